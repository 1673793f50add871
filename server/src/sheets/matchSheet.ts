import { areNear, foldedName, lawfulForms, nameWords } from './sampleName.ts';
import type { SampleSheet, SheetChoice, SheetNaming, SheetSample } from './sheet.ts';

/** A name that is likely a slip for one of the sheet's, which no other sample of the table has. */
export interface NearMiss {
  readonly name: string;
  readonly sample: SheetSample;
  /** Only the case of letters differs: it is taken for the same sample. */
  readonly caseOnly: boolean;
}

/** A table's samples held against a sheet. */
export interface SheetMatch {
  readonly sheet: SampleSheet;
  /** The sheet's column that names the samples as the table does. */
  readonly column: string;
  /** The sheet's samples by the table's names. */
  readonly sampleOf: ReadonlyMap<string, SheetSample>;
  /** How many samples the table has, and how many the sheet. */
  readonly tableSamples: number;
  readonly sheetSamples: number;
  readonly nearMisses: readonly NearMiss[];
  /** Names of the table that the sheet lacks, near misses not among them. */
  readonly notInSheet: readonly string[];
  /** Samples of the sheet that the table lacks, near misses not among them. */
  readonly notInTable: readonly SheetSample[];
}

/** Which sheet is used for a table. */
export type SheetUse =
  | { readonly kind: 'used'; readonly named: boolean; readonly match: SheetMatch }
  /** Several sheets beside the table fit, and a person has to name one. */
  | { readonly kind: 'several'; readonly sheets: readonly SampleSheet[] }
  /** A person named a sheet, and the table names no samples. */
  | { readonly kind: 'unused'; readonly sheet: SampleSheet };

/**
 * Chooses the sheet of a table: the one that was named, else the only one of which at least half of the table's samples
 * and half of the sheet's are the same. Null where there is none.
 */
export function chooseSheet(tableNames: readonly string[], { sheets, named }: SheetChoice): SheetUse | null {
  // An empty header cell names no sample.
  const names = tableNames.filter((name) => name !== '');
  const [given] = sheets;
  if (named && given) {
    return names.length === 0
      ? { kind: 'unused', sheet: given }
      : { kind: 'used', named, match: matchSheet(names, given) };
  }
  const fitting = sheets.map((sheet) => pairSheet(names, sheet)).filter(fits);
  const [only] = fitting;
  if (only === undefined) return null;
  if (fitting.length > 1) return { kind: 'several', sheets: fitting.map(({ sheet }) => sheet) };
  return { kind: 'used', named, match: completeMatch(only) };
}

type Amounts = Pick<SheetMatch, 'sampleOf' | 'tableSamples' | 'sheetSamples'>;

/** True where at least half of the table's samples and half of the sheet's are the same. */
export function fits({ sampleOf, tableSamples, sheetSamples }: Amounts): boolean {
  const matched = new Set(sampleOf.values()).size;
  return sampleOf.size * 2 >= tableSamples && matched * 2 >= sheetSamples && matched > 0;
}

/** Holds a table's sample names against a sheet, by the column that names most of them. */
export function matchSheet(names: readonly string[], sheet: SampleSheet): SheetMatch {
  return completeMatch(pairSheet(names, sheet));
}

/** Which samples are the same, before slips are looked for: that takes long where a sheet is another table's. */
interface Pairing extends Amounts, Pick<SheetMatch, 'sheet' | 'column'> {
  /** Of them those that differ in case. */
  readonly folded: readonly NearMiss[];
  readonly openNames: readonly string[];
  readonly openSamples: readonly SheetSample[];
}

function pairSheet(names: readonly string[], sheet: SampleSheet): Pairing {
  const distinct = [...new Set(names)];
  const pairings = sheet.namings.map((naming) => pairNaming(distinct, sheet, naming));
  return pairings.reduce((best, pairing) => (pairing.sampleOf.size > best.sampleOf.size ? pairing : best));
}

function pairNaming(names: readonly string[], sheet: SampleSheet, { column, samples }: SheetNaming): Pairing {
  const sampleOf = new Map<string, SheetSample>();
  const taken = new Set<SheetSample>();
  const pair = (formOf: (name: string) => string): NearMiss[] => {
    const free = samples.filter((sample) => !taken.has(sample));
    const open = names.filter((name) => !sampleOf.has(name));
    const sampleBy = uniqueBy(free, ({ name }) => formOf(name));
    return [...uniqueBy(open, formOf)].flatMap(([form, name]) => {
      const sample = sampleBy.get(form);
      if (sample === undefined) return [];
      sampleOf.set(name, sample);
      taken.add(sample);
      return [{ name, sample, caseOnly: true }];
    });
  };
  for (const formOf of lawfulForms) pair(formOf);
  const folded = pair(foldedName);
  return {
    sheet,
    column,
    sampleOf,
    tableSamples: names.length,
    sheetSamples: samples.length,
    folded,
    openNames: names.filter((name) => !sampleOf.has(name)),
    openSamples: samples.filter((sample) => !taken.has(sample)),
  };
}

function completeMatch({ folded, openNames, openSamples, ...paired }: Pairing): SheetMatch {
  const slips = pairSlips(openNames, openSamples);
  const slipped = new Set(slips.map(({ name }) => name));
  const meant = new Set(slips.map(({ sample }) => sample));
  return {
    ...paired,
    nearMisses: [...folded, ...slips],
    notInSheet: openNames.filter((name) => !slipped.has(name)),
    notInTable: openSamples.filter((sample) => !meant.has(sample)),
  };
}

/** What has a form to itself; of several with one form none is told apart. */
function uniqueBy<Item>(items: readonly Item[], formOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  const repeated = new Set<string>();
  for (const item of items) {
    const form = formOf(item);
    if (found.has(form)) repeated.add(form);
    found.set(form, item);
  }
  for (const form of repeated) found.delete(form);
  return found;
}

/** Above this many comparisons of what is left over, the sheet is another study's and slips are not looked for. */
const mostComparisons = 20_000;

/** Names and samples that are near to each other and to no other. */
function pairSlips(names: readonly string[], samples: readonly SheetSample[]): NearMiss[] {
  const left = names.map((name) => ({ name, words: nameWords(name) }));
  const right = samples.map((sample) => ({ sample, words: nameWords(sample.name) }));
  const byFlat = Map.groupBy(right, ({ words }) => words.flat);
  const bySkeleton = Map.groupBy(right, ({ words }) => words.skeleton);
  const likely = left.map(({ words }) => [byFlat.get(words.flat) ?? [], bySkeleton.get(words.skeleton) ?? []]);
  const comparisons = likely.flat().reduce((sum, { length }) => sum + length, 0);
  if (comparisons > mostComparisons) return [];
  const near = left.map(({ words }, at) =>
    [...new Set(likely[at]?.flat())].filter((other) => areNear(words, other.words)),
  );
  const wanted = new Map<SheetSample, number>();
  for (const { sample } of near.flat()) wanted.set(sample, (wanted.get(sample) ?? 0) + 1);
  return names.flatMap((name, at) => {
    const [only, ...others] = near[at] ?? [];
    if (only === undefined || others.length > 0 || wanted.get(only.sample) !== 1) return [];
    return [{ name, sample: only.sample, caseOnly: false }];
  });
}
