import { basename } from 'node:path';
import type { Overrides } from '#shared/overrides.ts';
import type { SheetSearch } from '../../files/sheetsBeside.ts';
import type { SampleSheet, SheetChoice } from '../../sheets/sheet.ts';

/** What is asked about the sheets of a table, apart from open texts. */
export interface SheetsQuestion {
  /** Of the table; absolute. */
  readonly path: string;
  readonly said: Overrides['sampleSheet'];
  /** SHA-256 of the sheets that whoever asks has already: they are not handed over again. */
  readonly known: readonly string[];
}

/** The sheets of a table as they lie on disk. */
export interface SheetsOnDisk extends Pick<SheetChoice, 'named'> {
  readonly sheets: readonly {
    readonly name: string;
    readonly sha256: string;
    /** Null where it is known. */
    readonly sheet: SampleSheet | null;
  }[];
}

/**
 * Finds the sheets of a table on disk; their names are told from the table's folder.
 * @throws as {@link SheetSearch}
 */
export async function findSheetsOnDisk(
  search: SheetSearch,
  { path, said, known }: SheetsQuestion,
  signal: AbortSignal,
): Promise<SheetsOnDisk> {
  const has = new Set(known);
  const { sheets, named } = await search({ path, name: basename(path) }, signal, said);
  return {
    named,
    sheets: sheets.map((sheet) => {
      const { name, sha256 } = sheet;
      return { name, sha256, sheet: has.has(sha256) ? null : sheet };
    }),
  };
}
