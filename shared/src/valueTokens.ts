/** What a person says is a value although it usually means a missing one. */

/**
 * Words by which sheets and tables say that nothing is known of a sample, in lower case. `none` is no such word: it is what
 * controls are treated with.
 * Sources: R's `NA`, pandas' `NaN`; SDRF-Proteomics, "not available" and "not applicable".
 */
export const unknownWords: ReadonlySet<string> = new Set([
  'na',
  'n/a',
  'nan',
  'null',
  'not available',
  'not applicable',
  '-',
  '.',
]);

const caseless = (word: string): string =>
  word.replaceAll('.', '\\.').replace(/\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** What may be said to be a value, as a regular expression without flags, by which the editor checks it too. */
export const valueTokenPattern = `^\\s*(?:[+-]?0+(?:[.,]0+)?|${[...unknownWords].map(caseless).join('|')})\\s*$`;
const sayable = new RegExp(valueTokenPattern);

/** True for a zero, however it is written. */
export function isZeroToken(token: string): boolean {
  return /^[+-]?0+(?:[.,]0+)?$/.test(token.trim());
}

/** True where two tokens stand for the same cells. */
export function isSameToken(one: string, other: string): boolean {
  return one.trim() === other.trim() || (isZeroToken(one) && isZeroToken(other));
}

/** What is wrong with saying that a token is a value, as a sentence; null where it may be said. */
export function problemOfValueToken(token: string): string | null {
  if (sayable.test(token)) return null;
  return (
    `${JSON.stringify(token.trim())} can't be said to be a value: where something is measured only a number is one, ` +
    'and elsewhere it is one already. Say it of 0, or of a word such as NA.'
  );
}
