import { type CellReading, cellKinds, visibleText } from './cellKind.ts';
import { comma, point, readNumber } from './cellNumber.ts';

/** What a person says stands for a missing value in a table. */
export interface SaidMissing {
  /** As the cells are written, without blanks around them. */
  readonly texts: ReadonlySet<string>;
  /** The values of those that are numbers: `-999.0` equals `-999`. */
  readonly numbers: ReadonlySet<number>;
}

/** How a cell that stands for a missing value is told. */
export const saidReading: CellReading = {
  kind: cellKinds.saidMissing,
  value: Number.NaN,
  limit: null,
  padded: false,
};

/** Three digits behind a comma or point that is not the table's separator may as well be thousands. */
const maybeThousands = /[.,]\d{3}$/;

/**
 * Prepares what a person says for comparing; null where nothing is said, so that no cell need be compared.
 * @param separator the table's decimal separator, as a character code; a number may be said with the other one too
 */
export function saidMissingOf(tokens: readonly string[] | undefined, separator: number): SaidMissing | null {
  if (tokens === undefined || tokens.length === 0) return null;
  const texts = tokens.map(visibleText);
  const numbers = texts.flatMap((text) => {
    const own = readNumber(text, separator);
    if (!Number.isNaN(own)) return [own];
    const other = maybeThousands.test(text) ? Number.NaN : readNumber(text, separator === point ? comma : point);
    return Number.isNaN(other) ? [] : [other];
  });
  return { texts: new Set(texts), numbers: new Set(numbers) };
}

/** What an irregular cell is told as where a person may have said that it stands for a missing value. */
export function tellSaid(said: SaidMissing, cell: string, told: CellReading): CellReading {
  const isSaid = said.numbers.has(told.value) || said.texts.has(visibleText(cell));
  return isSaid ? { ...saidReading, padded: told.padded } : told;
}
