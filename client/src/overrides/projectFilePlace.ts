import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { projectFileName } from '#shared/overrides.ts';

/** Where what a person says of a table is kept; paths are absolute. */
export interface ProjectFilePlace {
  readonly path: string;
  readonly exists: boolean;
  /** The file that governs the table now and can't be changed; a new one would hide it. Null where there is none. */
  readonly hides: string | null;
}

/**
 * The nearest `.amprenta.json` at or above a table, which governs it wherever it lies; where there is none, or it can't be
 * changed, a new one in the workspace's folder, or beside a table of no workspace.
 * @param table absolute
 * @param workspaceFolder the one that the table lies in; null where it lies in none
 * @throws Error where the file beside the table can't be changed, because no other would count
 */
export async function placeOfOverrides(
  table: string,
  workspaceFolder: string | null,
  mayChange: (path: string) => Promise<boolean> = isWritable,
): Promise<ProjectFilePlace> {
  const found = await findProjectFile(table);
  if (found !== null && (await mayChange(found))) return { path: found, exists: true, hides: null };
  const folder = dirname(table);
  const usual = workspaceFolder ?? folder;
  // The nearest counts: below the file that can't be changed, and in the usual place where that is below it.
  const nearer = found !== null && isIn(dirname(found), usual) ? folder : usual;
  const path = join(nearer, projectFileName);
  if (path === found) throw new Error(unwritable(found));
  return { path, exists: false, hides: found };
}

/** What a person is told of a file of overrides that can't be changed. */
export const unwritable = (path: string): string =>
  `${path} could not be written. Give yourself permission to change it.`;

/** The nearest `.amprenta.json` at or above a table, up to the root; null where there is none. */
export async function findProjectFile(table: string): Promise<string | null> {
  for (let folder = dirname(table); ; folder = dirname(folder)) {
    const path = join(folder, projectFileName);
    if (await may(path, constants.F_OK)) return path;
    if (folder === dirname(folder)) return null;
  }
}

/** Whether a file or folder lies in a folder, or is it. */
export function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // On Windows the way to another drive is an absolute path.
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !/^([A-Za-z]:|[\\/])/.test(way);
}

const isWritable = (path: string): Promise<boolean> => may(path, constants.W_OK);

const may = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );
