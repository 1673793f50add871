import { foldedName, isNearMiss, lawfulForms } from './sampleName.ts';
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
  const fitting = sheets.map((sheet) => matchSheet(names, sheet)).filter(fits);
  const [only] = fitting;
  if (only === undefined) return null;
  if (fitting.length > 1) return { kind: 'several', sheets: fitting.map(({ sheet }) => sheet) };
  return { kind: 'used', named, match: only };
}

/** True where at least half of the table's samples and half of the sheet's are the same. */
export function fits({ sampleOf, tableSamples, sheetSamples }: SheetMatch): boolean {
  const matched = new Set(sampleOf.values()).size;
  return sampleOf.size * 2 >= tableSamples && matched * 2 >= sheetSamples && matched > 0;
}

/** Holds a table's sample names against a sheet, by the column that names most of them. */
export function matchSheet(names: readonly string[], sheet: SampleSheet): SheetMatch {
  const distinct = [...new Set(names)];
  const matches = sheet.namings.map((naming) => matchNaming(distinct, sheet, naming));
  return matches.reduce((best, match) => (match.sampleOf.size > best.sampleOf.size ? match : best));
}

function matchNaming(names: readonly string[], sheet: SampleSheet, { column, samples }: SheetNaming): SheetMatch {
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
  const slips = pairSlips(
    names.filter((name) => !sampleOf.has(name)),
    samples.filter((sample) => !taken.has(sample)),
  );
  const slipped = new Set(slips.map(({ name }) => name));
  const meant = new Set(slips.map(({ sample }) => sample));
  return {
    sheet,
    column,
    sampleOf,
    tableSamples: names.length,
    sheetSamples: samples.length,
    nearMisses: [...folded, ...slips],
    notInSheet: names.filter((name) => !sampleOf.has(name) && !slipped.has(name)),
    notInTable: samples.filter((sample) => !taken.has(sample) && !meant.has(sample)),
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
const mostComparisons = 250_000;

/** Names and samples that are near to each other and to no other. */
function pairSlips(names: readonly string[], samples: readonly SheetSample[]): NearMiss[] {
  if (names.length * samples.length > mostComparisons) return [];
  const near = names.map((name) => samples.filter((sample) => isNearMiss(name, sample.name)));
  const wanted = new Map<SheetSample, number>();
  for (const sample of near.flat()) wanted.set(sample, (wanted.get(sample) ?? 0) + 1);
  return names.flatMap((name, at) => {
    const [sample, ...others] = near[at] ?? [];
    if (sample === undefined || others.length > 0 || wanted.get(sample) !== 1) return [];
    return [{ name, sample, caseOnly: false }];
  });
}
