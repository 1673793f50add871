import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AmprentaError } from '#shared/errors.ts';
import { hasExtension, tableExtensions } from '#shared/tableFiles.ts';
import { readIfSheet } from '../sheets/readSheet.ts';
import type { SampleSheet, SheetChoice } from '../sheets/sheet.ts';
import { type FileSource, openFileSource } from './fileSource.ts';

/** A sheet has a row a sample: larger files are not looked at, so that a folder of matrices is not read through. */
const largestSheetBytes = 2_000_000;
/** In a folder of more tables than this none is looked at. */
const mostTables = 200;

/** Looks for sample sheets beside tables, reading each file once however many tables lie beside it. */
export type SheetSearch = (table: FileSource, signal?: AbortSignal) => Promise<SheetChoice>;

/** A file that was looked at, as it was then. */
interface KnownFile {
  readonly mtimeMs: number;
  readonly sizeBytes: number;
  readonly sheet: SampleSheet | null;
}

/** Starts a search that remembers what it has read, until a file changes. */
export function startSheetSearch(): SheetSearch {
  const known = new Map<string, KnownFile>();
  const read = async (path: string, name: string, signal?: AbortSignal): Promise<SampleSheet | null> => {
    try {
      const { mtimeMs, size: sizeBytes } = await stat(await realpath(path));
      const before = known.get(path);
      if (before?.mtimeMs === mtimeMs && before.sizeBytes === sizeBytes) return before.sheet;
      const sheet = sizeBytes > largestSheetBytes ? null : await readSheetAt(path, name, signal);
      known.set(path, { mtimeMs, sizeBytes, sheet });
      return sheet;
    } catch (thrown) {
      // A file beside the table that can't be read is none of the person's concern here.
      const isAbsence = thrown instanceof AmprentaError || (thrown instanceof Error && 'syscall' in thrown);
      if (isAbsence && !signal?.aborted) return null;
      throw thrown;
    }
  };
  return async (table, signal) => {
    const folder = dirname(table.path);
    const shownFolder = dirname(table.name);
    const names = await tablesIn(folder);
    const sheets: SampleSheet[] = [];
    if (names.length > mostTables) return { sheets, named: false };
    for (const name of names) {
      const path = join(folder, name);
      if (path === table.path) continue;
      const sheet = await read(path, join(shownFolder, name), signal);
      if (sheet !== null) sheets.push(sheet);
    }
    return { sheets: withoutAssays(sheets), named: false };
  };
}

/**
 * Of a study in ISA-Tab its study files: the assay files beside them name the same samples, and say how each was measured
 * instead of what it is. Source: ISA-Tab specification 1.0, "File naming": `s_…` is a study, `a_…` an assay.
 */
function withoutAssays(sheets: readonly SampleSheet[]): readonly SampleSheet[] {
  const isStudy = sheets.some(({ name }) => /^s_.*\.txt$/i.test(basename(name)));
  return isStudy ? sheets.filter(({ name }) => !/^a_.*\.txt$/i.test(basename(name))) : sheets;
}

async function tablesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => hasExtension(name, tableExtensions)).sort();
  } catch {
    // A folder that may be entered but not listed holds its tables all the same.
    return [];
  }
}

async function readSheetAt(path: string, name: string, signal?: AbortSignal): Promise<SampleSheet | null> {
  const source = await openFileSource(path);
  return readIfSheet({ ...source, name, bytes: (stop) => source.bytes(stop) }, signal);
}
