import { hillFormula, monoisotopicMassDa } from './elements.ts';
import { lipidAtoms } from './lipidFormula.ts';
import { levelOf, losesDetail, molecularKey, writeLevels } from './lipidLevels.ts';
import type { LipidLevel } from './lipidName.ts';
import { parseLipid } from './lipidParser.ts';

/** What a lipid name says, as far as it says it. */
export type LipidReading = {
  /** The normal form at the name's own level. */
  readonly normal: string;
  readonly level: LipidLevel;
  /** The normal form at the name's level and every coarser one. */
  readonly levels: ReadonlyMap<LipidLevel, string>;
  readonly lipidClass: string;
  readonly category: string;
  /** Hill formula of the neutral molecule, without adduct. */
  readonly formula: string;
  readonly massDa: number;
  /** Equal for names that differ in the order of chains or in sn-positions only. */
  readonly key: string;
  /** What was assumed, left out or split off to reach the normal form. */
  readonly notes: readonly string[];
  /** Whether the normal form lacks something the name says. */
  readonly isLossy: boolean;
};

/** Reads a name of the standard shorthand notation (Liebisch et al. 2020); undefined for anything else. */
export function readStandardLipid(text: string): LipidReading | undefined {
  const parsed = parseLipid(text);
  const atoms = parsed && lipidAtoms(parsed.name);
  if (!parsed || !atoms) return undefined;
  const { name, assumed } = parsed;
  const level = levelOf(name);
  const loses = losesDetail(name, level);
  const notes = loses ? [...assumed, `detail finer than ${level} left out`] : assumed;
  const levels = writeLevels(name, level);
  return {
    normal: levels.get(level) ?? '',
    level,
    levels,
    lipidClass: name.head.name,
    category: name.head.category,
    formula: hillFormula(atoms),
    massDa: monoisotopicMassDa(atoms),
    key: molecularKey(name),
    notes,
    isLossy: notes.some((note) => note.includes('left out')),
  };
}
