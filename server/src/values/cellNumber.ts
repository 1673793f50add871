/** Powers of ten that a double holds exactly and that a mantissa of at most 15 digits may be divided by. */
const powersOfTen = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

const plus = 43;
const minus = 45;
const zero = 48;
/** The decimal separator's character code. */
export const point = 46;
export const comma = 44;

/**
 * Reads a cell that is nothing but a number (`-12.5`, `3`, `.5`, `6.02E+23`); anything else, blanks around it included,
 * is NaN. The result is the same double that Number gives: a mantissa below 10^15 and a power of ten up to 10^15 are
 * exact, and one division rounds once (Clinger 1990, doi 10.1145/93542.93557); longer numbers are left to Number.
 */
export function readNumber(cell: string, separator: number): number {
  const length = cell.length;
  let at = 0;
  let code = length > 0 ? cell.charCodeAt(0) : 0;
  const negative = code === minus;
  if (negative || code === plus) at = 1;
  let mantissa = 0;
  let digits = 0;
  let wholeDigits = -1;
  for (; at < length; at++) {
    code = cell.charCodeAt(at);
    const digit = code - zero;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
    } else if (code === separator && wholeDigits < 0) {
      wholeDigits = digits;
    } else {
      break;
    }
  }
  if (digits === 0) return Number.NaN;
  if (at < length) return isExponent(cell, at) ? slowNumber(cell, separator) : Number.NaN;
  if (digits > 15) return slowNumber(cell, separator);
  const value = wholeDigits < 0 ? mantissa : mantissa / (powersOfTen[digits - wholeDigits] as number);
  return negative ? -value : value;
}

function slowNumber(cell: string, separator: number): number {
  return Number(separator === point ? cell : cell.replace(',', '.'));
}

function isExponent(cell: string, from: number): boolean {
  const marker = cell.charCodeAt(from) | 32;
  if (marker !== 101) return false;
  let at = from + 1;
  const sign = cell.charCodeAt(at);
  if (sign === plus || sign === minus) at++;
  if (at >= cell.length) return false;
  for (; at < cell.length; at++) {
    const digit = cell.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) return false;
  }
  return true;
}
