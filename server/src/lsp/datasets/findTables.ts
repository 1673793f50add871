import { pathToFileURL } from 'node:url';
import { AmprentaError, toAmprentaError } from '#shared/errors.ts';
import type { FolderTables, FoundTable } from '#shared/protocol/tables.ts';
import { hasExtension } from '#shared/tableFiles.ts';
import { readTableSettings } from '../../config/tableSettings.ts';
import { openFileSource } from '../../files/fileSource.ts';
import { tablesIn } from '../../files/tablesIn.ts';
import { readProfile } from '../../profiles/readProfile.ts';
import { leastConfidenceOfText } from '../../profiles/textConfidence.ts';

/** A table as the folder alone tells of it. */
export type UnstoredTable = Omit<FoundTable, 'stored'>;

/**
 * The tables in a folder and its own folders by path, told by their heads; links to folders are not followed.
 * @throws notFound where the folder can't be read, cancelled on abort
 */
export async function findFolderTables(
  folder: string,
  workspaceFolder: string | null,
  signal: AbortSignal,
): Promise<Pick<FolderTables, 'others'> & { readonly tables: readonly UnstoredTable[] }> {
  const tables: UnstoredTable[] = [];
  const others: FolderTables['others'][number][] = [];
  for await (const path of tablesIn(folder, signal)) {
    const uri = pathToFileURL(path).href;
    try {
      const table = await readTable(path, uri, workspaceFolder ?? folder, signal);
      if (table) tables.push(table);
    } catch (thrown) {
      signal.throwIfAborted();
      others.push({ uri, message: toAmprentaError(thrown).message });
    }
  }
  return { tables, others };
}

async function readTable(
  path: string,
  uri: string,
  baseFolder: string,
  signal: AbortSignal,
): Promise<UnstoredTable | null> {
  const source = await openFileSource(path);
  const { overrides } = await readTableSettings(source.path, baseFolder);
  const { layout, confidence, omicsType, shape } = await readProfile(source, { overrides, onlyHead: true, signal });
  if (hasExtension(path, ['txt']) && confidence < leastConfidenceOfText) return null;
  if (source.sizeBytes === 0) {
    throw new AmprentaError('invalidInput', `${source.name} is empty. Export the table again.`);
  }
  return { uri, sizeBytes: source.sizeBytes, profile: layout, omicsType, shape };
}
