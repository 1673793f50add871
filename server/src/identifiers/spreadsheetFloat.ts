/** A number in the notation in which spreadsheets show an id such as `2310009E13`: one digit, a fraction or none, an exponent. */
const float = /^(\d)(?:[.,](\d+))?E\+(\d{2,3})$/i;

/** Tells whether a cell is a number in scientific notation as a spreadsheet writes one: `2.31E+19`, `1.00E+12`, `1E+12`. */
export function isSpreadsheetFloat(cell: string): boolean {
  return float.test(cell);
}

/**
 * The RIKEN clone that a number can only have been (`2.310009E+19`: `2310009E13`), whose ids are seven digits, a letter
 * and two digits; null where digits were rounded away or it has not that form.
 * Source: Zeeberg et al. 2004, doi 10.1186/1471-2105-5-80.
 */
export function rikenCloneOf(cell: string): string | null {
  const [, first = '', fraction = '', exponent = ''] = float.exec(cell) ?? [];
  const well = Number(exponent) - fraction.length;
  return fraction.length === 6 && well >= 0 && well <= 99
    ? `${first}${fraction}E${String(well).padStart(2, '0')}`
    : null;
}
