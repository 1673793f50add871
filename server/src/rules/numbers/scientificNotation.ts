const scientific = /^[+-]?(\d+)(?:[.,](\d*))?e\+?(\d+)$/i;

/**
 * True for a whole number that was rounded by being written with an exponent: `6.00E+03` shows three digits of four, and
 * the last one is lost. Silent: `6.000E+03`, which shows them all; `1e+05`, as R's write.table writes 100000 exactly,
 * being shorter so (R, ?options, scipen).
 */
export function isRoundedScientific(cell: string): boolean {
  const parts = scientific.exec(cell);
  if (!parts) return false;
  const [, whole = '', decimals = '', power = ''] = parts;
  const exponent = Number(power);
  if (decimals.length >= exponent) return false;
  const digits = whole.length + exponent;
  const isShortest = !/^0|0$/.test(whole + decimals) && cell.includes('e') && cell.length <= digits;
  return !isShortest;
}
