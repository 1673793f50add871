import { comma, point, readNumber } from './cellNumber.ts';

/** What a cell of a measured column turns out to be. */
export const cellKinds = {
  /** Nothing but a finite number. */
  number: 0,
  /** Nothing at all, or a cell that the row does not have. */
  empty: 1,
  /** A word for "missing": `NA`, `null`, `#N/A`, …. */
  missingToken: 2,
  /** `n.d.`: missing, because below the limit of detection. */
  notDetected: 3,
  /** `<LOD`, `< 0.05`, BLQ: below a limit, which may be given. */
  belowLod: 4,
  /** `>ULOQ`, `> 500`, ALQ: above a limit, which may be given. */
  aboveUloq: 5,
  /** Spectronaut's `Filtered`. */
  filtered: 6,
  /** `Inf`, `-Infinity`. */
  nonFinite: 7,
  /** `#DIV/0!` and its like. */
  spreadsheetError: 8,
  /** `1,234`, `1 234`, `1'234`. */
  thousands: 9,
  /** A number with blanks or invisible characters around it. */
  spacedNumber: 10,
  /** A number with the decimal separator that the table otherwise does not use. */
  otherSeparator: 11,
  /** Any other text. */
  text: 12,
  /** What a person says stands for a missing value in this table (`-999`). */
  saidMissing: 13,
} as const;

/** One of the codes of {@link cellKinds}. */
export type CellKind = (typeof cellKinds)[keyof typeof cellKinds];

/** True where a cell of this kind has no value: censored ones and `Filtered` have one, which is not told. */
export function isMissingKind(kind: number): boolean {
  return (
    kind === cellKinds.empty ||
    kind === cellKinds.missingToken ||
    kind === cellKinds.notDetected ||
    kind === cellKinds.saidMissing
  );
}

/** A cell that is no plain number, told. */
export interface CellReading {
  readonly kind: CellKind;
  /** The number, where the cell holds one (`spacedNumber`, `otherSeparator`, `thousands`, `nonFinite`); else NaN. */
  readonly value: number;
  /** The limit that a censored value names (`< 0.05`), else null. */
  readonly limit: number | null;
  /** True where blanks or invisible characters stand in the cell that say nothing. */
  readonly padded: boolean;
}

/**
 * Words for "missing" that omics tools and people write.
 * Sources: R's `NA`, pandas' `NaN` and `None`, Skyline's and Excel's `#N/A`, MS-DIAL's `null`, Proteome Discoverer's
 * and LipidSearch's empty cells, XCMS Online's `-`, Metabolomics Workbench's list of missing-value tokens (mwtab).
 */
const missingTokens = new Set([
  'na',
  'n/a',
  '#n/a',
  'nan',
  '#nan',
  'null',
  'none',
  'nil',
  'nf',
  '<na>',
  '-',
  '--',
  '.',
  '?',
  'missing',
  'unknown',
  'n.a.',
  'not available',
  'not found',
]);

const notDetectedTokens = new Set(['n.d.', 'nd', 'n.d', 'not detected', 'n/d']);

/** Error values of spreadsheets (ECMA-376 part 1, section 18.17.3); `#N/A` is a missing token. */
const spreadsheetErrors = new Set(['#div/0!', '#name?', '#ref!', '#value!', '#num!', '#null!', '#spill!', '#calc!']);

/** True for an error value of a spreadsheet; `#N/A` is none, it means "missing". */
export function isSpreadsheetError(cell: string): boolean {
  return spreadsheetErrors.has(cell.trim().toLowerCase());
}

const belowTokens = /^(?:blq|bql|blod|bloq|<\s*(?:lod|llod|loq|lloq)|below\s+(?:lod|loq|detection)(?:\s+limit)?)$/i;
const aboveTokens = /^(?:alq|aql|auloq|>\s*(?:uloq|uloq|loq)|above\s+(?:uloq|loq))$/i;
const comparison = /^([<>])\s*=?\s*(.+)$/;
const infinity = /^[+-]?(?:inf|infinity|∞)$/i;
/** Groups of exactly three digits behind `,`, a blank of any width, `'` or `’`; no number that is grouped begins with 0. */
const thousandsBesidePoint = /^[+-]?[1-9]\d{0,2}(?:([,'’\u0020\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
/** The same where the comma is the decimal separator: the point groups. */
const thousandsBesideComma = /^[+-]?[1-9]\d{0,2}(?:([.'’\u0020\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:,\d+)?$/;
/** Characters that show nothing: control characters, blanks of other widths, zero-width characters, soft hyphen, byte order mark. */
export const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f\u2060-\u2064\u3000\ufeff]/;
const invisibleAll = new RegExp(invisible.source, 'g');

/** No word for "missing" and no censored value is longer; of longer texts nothing is matched, which could take long. */
const longestToken = 64;

/** Tells a cell that {@link readNumber} could not read. `layoutTokens` are further words for "missing" of the table's tool. */
export function classify(cell: string, separator: number, layoutTokens: readonly string[]): CellReading {
  if (cell === '') return reading(cellKinds.empty);
  const grouped = separator === point ? thousandsBesidePoint : thousandsBesideComma;
  if (grouped.test(cell)) return reading(cellKinds.thousands, thousandsValue(cell, separator));
  const trimmed = visibleText(cell);
  const told = classifyTrimmed(trimmed, separator, layoutTokens);
  return trimmed === cell ? told : { ...told, padded: true };
}

/** What a cell shows: without blanks around it and invisible characters. */
export function visibleText(cell: string): string {
  return cell.replace(invisibleAll, '').trim();
}

function classifyTrimmed(trimmed: string, separator: number, layoutTokens: readonly string[]): CellReading {
  if (trimmed === '') return reading(cellKinds.empty);
  const plain = readNumber(trimmed, separator);
  if (Number.isFinite(plain)) return reading(cellKinds.spacedNumber, plain);
  if (trimmed.length > longestToken) return reading(cellKinds.text);
  if (layoutTokens.includes(trimmed)) return reading(cellKinds.missingToken);
  const lower = trimmed.toLowerCase();
  if (missingTokens.has(lower)) return reading(cellKinds.missingToken);
  if (notDetectedTokens.has(lower)) return reading(cellKinds.notDetected);
  if (lower === 'filtered') return reading(cellKinds.filtered);
  if (spreadsheetErrors.has(lower)) return reading(cellKinds.spreadsheetError);
  if (!Number.isNaN(plain)) return reading(cellKinds.nonFinite, plain);
  if (infinity.test(trimmed)) {
    return reading(cellKinds.nonFinite, trimmed.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  }
  return censored(trimmed, separator) ?? otherNumber(trimmed, separator) ?? reading(cellKinds.text);
}

function censored(cell: string, separator: number): CellReading | null {
  if (belowTokens.test(cell)) return reading(cellKinds.belowLod);
  if (aboveTokens.test(cell)) return reading(cellKinds.aboveUloq);
  const compared = comparison.exec(cell);
  const limit = compared ? readNumber(compared[2] ?? '', separator) : Number.NaN;
  if (Number.isNaN(limit)) return null;
  return {
    kind: compared?.[1] === '<' ? cellKinds.belowLod : cellKinds.aboveUloq,
    value: Number.NaN,
    limit,
    padded: false,
  };
}

function otherNumber(cell: string, separator: number): CellReading | null {
  const value = readNumber(cell, separator === point ? comma : point);
  return Number.isNaN(value) ? null : reading(cellKinds.otherSeparator, value);
}

function thousandsValue(cell: string, separator: number): number {
  return readNumber(cell.replace(separator === point ? /[^\d.+-]/g : /[^\d,+-]/g, ''), separator);
}

function reading(kind: CellKind, value = Number.NaN): CellReading {
  return { kind, value, limit: null, padded: false };
}
