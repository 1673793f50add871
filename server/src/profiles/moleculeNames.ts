import type { OmicsType } from '#shared/dataset.ts';
import { lipidShare } from './lipidNames.ts';
import type { OmicsVerdict } from './omicsType.ts';

const unnamed = /^(?:|unknown.*|null|n\/?a|no id.*|-)$/i;
/** What MS-DIAL writes before a name that no spectrum confirmed. */
const withoutSpectrum = /^(?:w\/o ms2:|no ms2:|low score:)\s*/i;
/** Amino acids in one letter, modifications in brackets. */
const peptide = /^_?(?:[ACDEFGHIKLMNPQRSTUVWY](?:[[(][^\])]+[\])])?){5,}_?$/;

/** The omics type of a tool that measures small molecules: lipidomics where most named ones have names of lipids. */
export function omicsOfMolecules(names: readonly string[], tool: string): OmicsVerdict {
  const known = names.map((name) => name.trim().replace(withoutSpectrum, '')).filter((name) => !unnamed.test(name));
  if (known.length > 0 && lipidShare(known) >= 0.5) {
    return verdict('lipidomics', `${tool} measured molecules with names of lipids.`);
  }
  return verdict('metabolomics', `${tool} measures small molecules.`);
}

/** True where most names are sequences of amino acids. */
export function arePeptides(names: readonly string[]): boolean {
  return names.length > 0 && names.filter((name) => peptide.test(name)).length >= names.length * 0.8;
}

function verdict(omicsType: OmicsType, omicsEvidence: string): OmicsVerdict {
  return { omicsType, certainty: 0.9, omicsEvidence };
}
