import type { DayOfYear } from './spreadsheetDate.ts';
import { renamedSymbols } from './symbolRenames.ts';

/** A gene whose name a spreadsheet reads as a date. */
export interface DateGene extends DayOfYear {
  /** The name that was read as a date. */
  readonly written: string;
  /** The gene's symbol today; the same as `written` where that is approved, or no approved symbol at all. */
  readonly symbol: string;
}

const monthOfName: Readonly<Record<string, number>> = { APR: 4, MEI: 5, AGO: 8, SEP: 9, SEPT: 9, OCT: 10, DEC: 12 };

/** Approved symbols that are dates where August is `ago` (Spanish, Italian, Portuguese) or May is `mei` (Dutch). */
const approvedInOtherLanguages = ['AGO1', 'AGO2', 'AGO3', 'AGO4', 'MEI1', 'MEI4'];

/**
 * Names that are approved in no vertebrate, yet stand in tables: of the POU factors and of transporters (OCT), of
 * BHLHE41 (DEC2), of APS reductases of plants (APR). They are given back as they were written, since one of them may be
 * several genes. Source: Zeeberg et al. 2004, doi 10.1186/1471-2105-5-80.
 */
const otherNames = [
  ...[1, 2, 3, 4, 6, 7, 8, 9, 11].map((number) => `OCT${number}`),
  'DEC2',
  ...[1, 2, 3].map((number) => `APR${number}`),
];

/** A pseudogene today, which was numbered among the septins. Source: the HGNC's previous symbols of SEPTIN7P2. */
const formerSeptin: readonly [string, string] = ['SEPT13', 'SEPTIN7P2'];

const dateGenes: readonly DateGene[] = [
  ...[...renamedSymbols, formerSeptin],
  ...[...approvedInOtherLanguages, ...otherNames].map((name) => [name, name] as const),
].map(([written, symbol]) => {
  const [, letters = '', number] = /^(\D+)(\d+)$/.exec(written) ?? [];
  return { written, symbol, month: letters.startsWith('MAR') ? 3 : (monthOfName[letters] ?? 0), day: Number(number) };
});

/** Every gene that a spreadsheet may have turned into this day, by symbol once; several for 1 and 2 March. */
export function genesOfDay({ month, day }: DayOfYear): readonly DateGene[] {
  return dateGenes.filter((gene) => gene.month === month && gene.day === day);
}
