import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AmprentaError } from '#shared/errors.ts';
import { type Overrides, projectFileName } from '#shared/overrides.ts';
import { hasExtension, tableExtensions } from '#shared/tableFiles.ts';
import type { SampleSheet, SheetChoice } from '../sheets/sheet.ts';
import type { FileSource } from './fileSource.ts';
import { type SheetReading, startSheetReading } from './sheetReading.ts';

/** In a folder of more tables than this none is looked at. */
const mostTables = 200;

/** A table whose sheet is looked for: its absolute path, and the path as people are shown it. */
export type SheetTable = Pick<FileSource, 'path' | 'name'>;

/**
 * Looks for sample sheets beside tables, reading each file once however many tables lie beside it; answers the one that a
 * person named where `said` does.
 * @throws invalidInput where the one that is named can't be used, naming both files and the remedy
 */
export type SheetSearch = (
  table: SheetTable,
  signal?: AbortSignal,
  said?: Overrides['sampleSheet'],
) => Promise<SheetChoice>;

/** Starts a search that remembers what it has read, until a file changes. */
export function startSheetSearch(reading: SheetReading = startSheetReading()): SheetSearch {
  return async (table, signal, said) => {
    if (said === false) return { sheets: [], named: false };
    if (said !== undefined) return { sheets: [await readNamed(reading, table, said, signal)], named: true };
    return { sheets: await findBeside(reading, table, signal), named: false };
  };
}

async function findBeside(
  reading: SheetReading,
  table: SheetTable,
  signal?: AbortSignal,
): Promise<readonly SampleSheet[]> {
  const folder = dirname(table.path);
  const shownFolder = dirname(table.name);
  const sheets: SampleSheet[] = [];
  for (const name of await tablesBeside(table.path)) {
    const sheet = await readQuietly(reading, join(folder, name), join(shownFolder, name), signal);
    if (sheet !== null) sheets.push(sheet);
  }
  return withoutAssays(sheets);
}

/**
 * Of a study in ISA-Tab its study files: the assay files beside them name the same samples, and say how each was measured
 * instead of what it is. Source: ISA-Tab specification 1.0, "File naming": `s_…` is a study, `a_…` an assay.
 */
function withoutAssays(sheets: readonly SampleSheet[]): readonly SampleSheet[] {
  const isStudy = sheets.some(({ name }) => /^s_.*\.txt$/i.test(basename(name)));
  return isStudy ? sheets.filter(({ name }) => !/^a_.*\.txt$/i.test(basename(name))) : sheets;
}

async function readQuietly(
  reading: SheetReading,
  path: string,
  name: string,
  signal?: AbortSignal,
): Promise<SampleSheet | null> {
  try {
    return await reading.readIfSheet(path, name, signal);
  } catch (thrown) {
    // A file beside the table that can't be read is none of the person's concern here.
    const isAbsence = thrown instanceof AmprentaError || (thrown instanceof Error && 'syscall' in thrown);
    if (isAbsence && !signal?.aborted) return null;
    throw thrown;
  }
}

async function readNamed(
  reading: SheetReading,
  table: SheetTable,
  said: string,
  signal?: AbortSignal,
): Promise<SampleSheet> {
  try {
    return await reading.readNamed(resolve(dirname(table.path), said), join(dirname(table.name), said), signal);
  } catch (cause) {
    if (!(cause instanceof AmprentaError) || signal?.aborted) throw cause;
    throw new AmprentaError(
      'invalidInput',
      `The sample sheet that ${projectFileName} names for ${table.name} can't be used. ${cause.message} Or change ` +
        `"sampleSheet" in ${projectFileName}, take it out, or set it to false to use none.`,
      { cause },
    );
  }
}

/**
 * The names of the files beside a table among which its sheet is looked for, sorted; none in a folder of too many.
 * @param path absolute
 */
export async function tablesBeside(path: string): Promise<readonly string[]> {
  try {
    const names = (await readdir(dirname(path))).filter((name) => hasExtension(name, tableExtensions)).sort();
    return names.length > mostTables ? [] : names.filter((name) => name !== basename(path));
  } catch {
    // A folder that may be entered but not listed holds its tables all the same.
    return [];
  }
}
