/** A gene family whose symbols were renamed, with the numbers that its symbols had. */
interface RenamedFamily {
  readonly from: string;
  readonly to: string;
  readonly numbers: readonly number[];
}

/**
 * The human symbols that spreadsheets read as dates and that the HGNC therefore renamed.
 * Source: Bruford et al. 2020, Guidelines for human gene nomenclature, doi 10.1038/s41588-020-0669-3.
 */
const renamedFamilies: readonly RenamedFamily[] = [
  { from: 'SEPT', to: 'SEPTIN', numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14] },
  { from: 'MARCH', to: 'MARCHF', numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
  { from: 'MARC', to: 'MTARC', numbers: [1, 2] },
  { from: 'DEC', to: 'DELEC', numbers: [1] },
];

/**
 * Renamed before for another reason and read as a date all the same.
 * Source: Gladyshev et al. 2016, Selenoprotein gene nomenclature, doi 10.1074/jbc.M116.756155.
 */
const selenoprotein: readonly [string, string] = ['SEP15', 'SELENOF'];

/** Approved human symbols by the previous symbol; each pair is the only one of both of its symbols. */
export const renamedSymbols: ReadonlyMap<string, string> = new Map([
  ...renamedFamilies.flatMap(({ from, to, numbers }) =>
    numbers.map((number): [string, string] => [`${from}${number}`, `${to}${number}`]),
  ),
  selenoprotein,
]);
