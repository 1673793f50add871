import { addCompositions, type Composition, readComposition, scaleComposition } from './elements.ts';
import type { HeadGroup } from './headGroups.ts';

/** Residues of sugars (the sugar less water), of sialic acids, and of what is bound to them. */
const residues: Readonly<Record<string, Composition>> = {
  Hex: readComposition('C6H10O5'),
  Gal: readComposition('C6H10O5'),
  Glc: readComposition('C6H10O5'),
  Man: readComposition('C6H10O5'),
  HexNAc: readComposition('C8H13NO5'),
  GalNAc: readComposition('C8H13NO5'),
  GlcNAc: readComposition('C8H13NO5'),
  Fuc: readComposition('C6H10O4'),
  NeuAc: readComposition('C11H17NO8'),
  NeuGc: readComposition('C11H17NO9'),
  SO3: readComposition('SO3'),
  S: readComposition('SO3'),
  'Ac-O-9': readComposition('C2H2O'),
  LacNAc: readComposition('C14H23NO10'),
  Lex: readComposition('C20H33NO14'),
};

/** Gangliosides and globosides whose sugars the shorthand spells out, with their sequence (IUPAC-IUBMB 1997, GL-6, GL-7). */
const sequences: Readonly<Record<string, string>> = {
  GA2: 'GalNAc-Gal-Glc-Cer',
  GA1: 'Gal-GalNAc-Gal-Glc-Cer',
  GM4: 'NeuAc-Gal-Cer',
  GM3: 'NeuAc-Gal-Glc-Cer',
  GM2: 'GalNAc-NeuAc-Gal-Glc-Cer',
  GM1: 'Gal-GalNAc-NeuAc-Gal-Glc-Cer',
  GD3: 'NeuAc-NeuAc-Gal-Glc-Cer',
  GD2: 'GalNAc-NeuAc-NeuAc-Gal-Glc-Cer',
  GD1a: 'Hex-Hex-Hex-HexNAc-NeuAc-NeuAc-Cer',
  GD1b: 'Gal-GalNAc-NeuAc-NeuAc-Gal-Glc-Cer',
  GT3: 'NeuAc-NeuAc-NeuAc-Gal-Glc-Cer',
  GT2: 'GalNAc-NeuAc-NeuAc-NeuAc-Gal-Glc-Cer',
  GT1b: 'NeuAc-Gal-GalNAc-NeuAc-NeuAc-Gal-Glc-Cer',
  GQ1b: 'NeuAc-NeuAc-Gal-GalNAc-NeuAc-NeuAc-Gal-Glc-Cer',
  GB3: 'Gal-Gal-Glc-Cer',
};

/** Residue of the shorthand for each of the spelt ones; the sialic acids differ in formula and stay apart. */
const shorthand: Readonly<Record<string, string>> = {
  Gal: 'Hex',
  Glc: 'Hex',
  Man: 'Hex',
  GalNAc: 'HexNAc',
  GlcNAc: 'HexNAc',
};

/**
 * Series of the glycosphingolipids by their residues (IUPAC-IUBMB nomenclature of glycolipids, 1997, GL-5 to GL-7;
 * Svennerholm's letters for gangliosides, 1963).
 */
const series: Readonly<Record<string, string>> = {
  LacCer: 'Hex2',
  GA2: 'Hex2HexNAc',
  GA1: 'Hex3HexNAc',
  GM4: 'HexNeuAc',
  GM3: 'Hex2NeuAc',
  GM2: 'Hex2HexNAcNeuAc',
  GM1: 'Hex3HexNAcNeuAc',
  GM1a: 'Hex3HexNAcNeuAc',
  GM1b: 'Hex3HexNAcNeuAc',
  GD3: 'Hex2NeuAc2',
  GD2: 'Hex2HexNAcNeuAc2',
  GD1a: 'Hex3HexNAcNeuAc2',
  GD1b: 'Hex3HexNAcNeuAc2',
  GD1c: 'Hex3HexNAcNeuAc2',
  GT3: 'Hex2NeuAc3',
  GT2: 'Hex2HexNAcNeuAc3',
  GT1a: 'Hex3HexNAcNeuAc3',
  GT1b: 'Hex3HexNAcNeuAc3',
  GT1c: 'Hex3HexNAcNeuAc3',
  GQ1b: 'Hex3HexNAcNeuAc4',
  GQ1c: 'Hex3HexNAcNeuAc4',
  GP1c: 'Hex3HexNAcNeuAc5',
  GT1: 'Hex3HexNAcNeuAc3',
  GQ1: 'Hex3HexNAcNeuAc4',
  MSGG: 'Hex4HexNAcNeuAc',
  DSGG: 'Hex4HexNAcNeuAc2',
  SM1a: 'Hex3HexNAcSO3',
  SM1b: 'Hex3HexNAcSO3',
  SB1a: 'Hex3HexNAcSO32',
  Forssman: 'Hex3HexNAc2',
  'Para-Forssman': 'Hex3HexNAc2',
  'Branched-Forssman': 'Hex4HexNAc3',
  'Globo-A': 'Hex4HexNAc2Fuc',
  'Globo-B': 'Hex5HexNAcFuc',
  'Globo-Lex-9': 'Hex5HexNAc2Fuc',
  NOR1: 'Hex4HexNAc',
  NORint: 'Hex4HexNAc2',
  NOR2: 'Hex5HexNAc2',
  GB3: 'Hex3',
  GB4: 'Hex3HexNAc',
  Gb3Cer: 'Hex3',
  iGb3Cer: 'Hex3',
  Gb4Cer: 'Hex3HexNAc',
  iGb4Cer: 'Hex3HexNAc',
};

const residueOrder = ['Hex', 'HexNAc', 'Fuc', 'NeuAc', 'NeuGc', 'SO3', 'S'];
const seriesNames = Object.keys(series).sort((a, b) => b.length - a.length);
const residueNames = Object.keys(residues).sort((a, b) => b.length - a.length);
const linkage = '(?:\\((?:alpha|beta)\\d-\\d\\))?';
const prefixPattern = new RegExp(`^\\(?(${residueNames.join('|')})\\)?${linkage}-?`);
const seriesPattern = new RegExp(`^(${seriesNames.join('|')})( alpha)?(?:\\((Neu[AG]c)(?:/(Neu[AG]c))?\\))?$`);
const plainPattern = new RegExp(`^(?:(?:${residueNames.join('|')})\\d?-?)+Cer$`);

const residuePattern = new RegExp(`(${residueNames.join('|')})(\\d?)`, 'g');

function readResidues(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, name = '', count] of text.matchAll(residuePattern)) {
    counts.set(name, (counts.get(name) ?? 0) + (count ? Number(count) : 1));
  }
  return counts;
}

function compose(counts: ReadonlyMap<string, number>): Composition {
  return addCompositions(...[...counts].map(([name, count]) => scaleComposition(residues[name] ?? {}, count)));
}

function makeHead(name: string, formula: Composition): HeadGroup {
  return {
    name,
    category: 'SP',
    chains: 2,
    slots: 2,
    formula,
    onBaseHydroxyl: true,
    source: 'sum of its sugar residues',
  };
}

/** A glycosphingolipid's head group, and its sugars as the shorthand writes them where they are told apart. */
export type GlycanHead = { readonly head: HeadGroup; readonly written: string };

/** The head group of a glycosphingolipid, from its residues or its series; undefined for what is not composed of them. */
export function readGlycan(name: string): GlycanHead | undefined {
  const sequence = sequences[name];
  if (sequence) return { head: makeHead(foldGlycan(sequence), compose(readResidues(sequence))), written: sequence };
  if (plainPattern.test(name)) {
    return { head: makeHead(foldGlycan(name), compose(readResidues(name))), written: name };
  }
  const bound: Composition[] = [];
  let rest = name;
  for (let found = prefixPattern.exec(rest); found && !seriesPattern.test(rest); found = prefixPattern.exec(rest)) {
    bound.push(residues[found[1] ?? ''] ?? {});
    rest = rest.slice(found[0].length);
  }
  const found = seriesPattern.exec(rest);
  if (!found) return undefined;
  const counts = new Map(readResidues(series[found[1] ?? ''] ?? ''));
  const named = [found[3], found[4]].filter((acid) => acid !== undefined);
  const acids = counts.get('NeuAc') ?? 0;
  if (named.length > acids) return undefined;
  const glycolyl = named.filter((acid) => acid === 'NeuGc').length;
  counts.set('NeuAc', acids - glycolyl);
  counts.set('NeuGc', glycolyl);
  return { head: makeHead(name, addCompositions(compose(counts), ...bound)), written: name };
}

/** The head as species write it: `Gal-Gal-Glc-Cer` is a `Hex3Cer` where the sugars are no longer told apart. */
export function foldGlycan(name: string): string {
  if (!name.includes('-') || !plainPattern.test(name)) return name;
  const folded = new Map<string, number>();
  for (const [residue, count] of readResidues(name)) {
    const short = shorthand[residue] ?? residue;
    folded.set(short, (folded.get(short) ?? 0) + count);
  }
  const ordered = residueOrder.filter((residue) => folded.has(residue));
  return `${ordered.map((residue) => residue + (folded.get(residue) === 1 ? '' : folded.get(residue))).join('')}Cer`;
}
