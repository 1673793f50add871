import { type FileSource, openFileSource } from '../files/fileSource.ts';
import { countText, fewOf, numberOf } from '../reports/words.ts';
import type { SheetUse } from '../sheets/matchSheet.ts';
import type { SheetChoice } from '../sheets/sheet.ts';

/** Answers which sample sheets may belong to a table. */
export type SheetFinder = (table: FileSource, signal: AbortSignal) => Promise<SheetChoice>;

/** What `--samples` is, in the help of the commands that have it. */
export const samplesHelp = 'the sample sheet of the tables; the only one beside each table that fits, unless told';

/**
 * Finds the sheet that a person names for every table, else those beside each.
 * @throws notFound or invalidInput where the named one can't be read or is no sample sheet
 */
export async function findSheets(named: string | undefined, signal: AbortSignal): Promise<SheetFinder> {
  if (named !== undefined) {
    const source = await openFileSource(named);
    const { readNamedSheet } = await import('../sheets/readSheet.ts');
    const choice = { sheets: [await readNamedSheet(source, signal)], named: true };
    return async () => choice;
  }
  const { startSheetSearch } = await import('../files/sheetsBeside.ts');
  return startSheetSearch();
}

/** Which sheet is used, for a person; null where there is nothing to say. */
export function sheetText(use: SheetUse | null): string | null {
  if (use === null) return null;
  if (use.kind === 'several') {
    const names = use.sheets.map(({ name }) => name);
    return `none chosen, as ${countText(names.length)} fit: ${fewOf(names, 6)}. Name one with --samples.`;
  }
  if (use.kind === 'unused') return `${use.sheet.name} is not used, as the table names no samples.`;
  const { match, named } = use;
  const described = `it describes ${countText(match.sampleOf.size)} of ${numberOf(match.tableSamples, 'sample')}`;
  return `${match.sheet.name} (${named ? 'named' : 'beside the table'}): ${described}, by its column ${match.column}`;
}
