import { type Overrides, projectFileName } from '#shared/overrides.ts';
import { sheetFromTable } from '../config/tableSettings.ts';
import { type FileSource, openFileSource } from '../files/fileSource.ts';
import { sheetUseText } from '../reports/sheetUseText.ts';
import type { SheetUse } from '../sheets/matchSheet.ts';
import type { SheetChoice } from '../sheets/sheet.ts';

/** Which sample sheets may belong to a table, and what a person says of it, the sheet that the command names included. */
export interface FoundSheets {
  readonly sheets: SheetChoice;
  readonly overrides: Overrides;
}

/**
 * Answers which sample sheets may belong to a table of which a person says something.
 * @throws invalidInput where the sheet that the person's `.amprenta.json` names can't be used
 */
export type SheetFinder = (table: FileSource, overrides: Overrides, signal: AbortSignal) => Promise<FoundSheets>;

/** What `--samples` is, in the help of the commands that have it. */
export const samplesHelp =
  `the sample sheet of the tables; unless told, what ${projectFileName} names, else the only one beside each table ` +
  'that fits';

/**
 * Finds the sheet that a person names for every table, else what `.amprenta.json` says of each, else those beside each.
 * @throws notFound or invalidInput where the named one can't be read or is no sample sheet
 */
export async function findSheets(named: string | undefined, signal: AbortSignal): Promise<SheetFinder> {
  if (named !== undefined) {
    const source = await openFileSource(named);
    const { readNamedSheet } = await import('../sheets/readSheet.ts');
    const choice = { sheets: [await readNamedSheet(source, signal)], named: true };
    return async (table, overrides) => ({
      sheets: choice,
      overrides: { ...overrides, sampleSheet: sheetFromTable(table.path, source.path) },
    });
  }
  const { startSheetSearch } = await import('../files/sheetsBeside.ts');
  const search = startSheetSearch();
  return async (table, overrides, signal) => ({
    sheets: await search(table, signal, overrides.sampleSheet),
    overrides,
  });
}

/** Which sheet is used, for a person; null where there is nothing to say. */
export function sheetText(use: SheetUse | null): string | null {
  return sheetUseText(use, `with --samples, or in ${projectFileName}`);
}
