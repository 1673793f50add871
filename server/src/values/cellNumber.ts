/** The powers of ten that a double holds exactly. */
const powersOfTen = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
const greatestPower = 22;

const plus = 43;
const minus = 45;
const zero = 48;
const letterE = 101;
/** The decimal separator's character code. */
export const point = 46;
export const comma = 44;

/** No number is longer; what is longer is text. */
const longestNumber = 1024;
const nul = 0;
const scratch = Buffer.alloc(longestNumber + 1);
const scratchCursor = startCursor();

/**
 * Reads a cell that is nothing but a number (`-12.5`, `3`, `.5`, `6.02E+23`); anything else, blanks around it included,
 * is NaN. The result is the same double that Number gives.
 */
export function readNumber(cell: string, separator: number): number {
  const { length } = cell;
  if (length > longestNumber) return Number.NaN;
  for (let at = 0; at < length; at++) {
    const code = cell.charCodeAt(at);
    if (code > 127) return Number.NaN;
    scratch[at] = code;
  }
  scratch[length] = nul;
  scratchCursor[0] = 0;
  const value = readNumberAt(scratch, scratchCursor, nul, separator);
  if (scratchCursor[0] !== length) return Number.NaN;
  return scratchCursor[1] === 1 ? readLongNumber(cell, separator) : value;
}

/** Where {@link readNumberAt} is, and whether the number it read last is to be read by {@link readLongNumber} instead. */
export function startCursor(): Int32Array {
  return new Int32Array(2);
}

/**
 * The same for a cell that stands in `bytes`, one byte a character, from `cursor[0]` to the byte `stop`; the cursor is
 * moved behind what could be a number. Bytes are read in half the time of a string's characters, and no string need be
 * made of a cell: a table has millions of numbers.
 * A mantissa below 2^53 and a power of ten up to 10^22 are exact, and one multiplication or division rounds once
 * (Clinger 1990, doi 10.1145/93542.93557); of all other numbers `cursor[1]` says 1, and the answer is not exact.
 */
export function readNumberAt(bytes: Buffer, cursor: Int32Array, stop: number, separator: number): number {
  let at = cursor[0] as number;
  const negative = bytes[at] === minus;
  if (negative || bytes[at] === plus) at++;
  let mantissa = 0;
  let digits = 0;
  let decimals = 0;
  const firstDigit = at;
  for (let digit = digitAt(bytes, at); digit >= 0 && digit <= 9; digit = digitAt(bytes, ++at)) {
    mantissa = mantissa * 10 + digit;
  }
  digits = at - firstDigit;
  if (bytes[at] === separator && separator !== stop) {
    const firstDecimal = ++at;
    for (let digit = digitAt(bytes, at); digit >= 0 && digit <= 9; digit = digitAt(bytes, ++at)) {
      mantissa = mantissa * 10 + digit;
    }
    decimals = at - firstDecimal;
    digits += decimals;
  }
  let power = -decimals;
  if (bytes[at] !== stop && ((bytes[at] as number) | 32) === letterE) {
    cursor[0] = at;
    power += readExponent(bytes, cursor);
    at = cursor[0];
  }
  cursor[0] = at;
  cursor[1] = 0;
  if (digits === 0 || bytes[at] !== stop) return Number.NaN;
  const exact = mantissa <= Number.MAX_SAFE_INTEGER && power >= -greatestPower && power <= greatestPower;
  cursor[1] = exact ? 0 : 1;
  if (!exact) return 0;
  const value = power < 0 ? mantissa / (powersOfTen[-power] as number) : mantissa * (powersOfTen[power] as number);
  return negative ? -value : value;
}

function digitAt(bytes: Buffer, at: number): number {
  return (bytes[at] as number) - zero;
}

/** Reads `E+23` and moves the cursor behind it; where no digit follows the cursor stays, and the cell is no number. */
function readExponent(bytes: Buffer, cursor: Int32Array): number {
  let at = (cursor[0] as number) + 1;
  const negative = bytes[at] === minus;
  if (negative || bytes[at] === plus) at++;
  const firstDigit = at;
  let exponent = 0;
  for (let digit = digitAt(bytes, at); digit >= 0 && digit <= 9; digit = digitAt(bytes, ++at)) {
    exponent = Math.min(exponent * 10 + digit, longestNumber);
  }
  if (at === firstDigit) return 0;
  cursor[0] = at;
  return negative ? -exponent : exponent;
}

/** Reads a number that is too long for {@link readNumberAt}, with Number. */
export function readLongNumber(text: string, separator: number): number {
  return Number(separator === point ? text : text.replace(',', '.'));
}
