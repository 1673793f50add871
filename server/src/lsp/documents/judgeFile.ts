import { basename } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { TableDetails } from '#shared/protocol/tables.ts';
import { openFileSource } from '../../files/fileSource.ts';
import { startSheetSearch } from '../../files/sheetsBeside.ts';
import { rankLayouts } from '../../profiles/readProfile.ts';
import { validate } from '../../rules/validate.ts';
import { detectEncoding } from '../../table/encoding.ts';
import { readHead } from '../../table/head.ts';
import { pathOfUri } from '../documentPath.ts';
import { diagnosticList } from './diagnosticList.ts';
import { tableDetailsOf, tableStatusOf } from './tableStatus.ts';
import { findUsableSheets, followUsable, readUsableSettings } from './usableSettings.ts';

/** What a file on disk is and what is wrong in it. */
export interface JudgedFile {
  readonly details: TableDetails;
  /** As the editor shows them: bounded, so that they are little to hand over between threads. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One for all files of a thread, so that a folder's are not read anew for each of its tables. */
const findSheets = startSheetSearch();

/**
 * Reads a file from disk, whatever its size, and judges it by what a person said of it, and by the sample sheet that was
 * named or lies beside it. What can't be followed of that is told in the details, and the table read by what it tells
 * itself.
 * @param folder the workspace's folder; null where there is none
 * @throws notFound, invalidInput where the file can't be read; AbortError when `signal` is aborted
 */
export async function judgeFile(uri: string, folder: string | null, signal: AbortSignal): Promise<JudgedFile> {
  const source = await openFileSource(pathOfUri(uri));
  const usable = await readUsableSettings(uri, folder);
  const encoding = await detectEncoding(source, signal);
  const layouts = rankLayouts(await readHead(source, { encoding, signal }));
  // Whoever reads the findings sees where the table lies.
  const table = { path: source.path, name: basename(source.path) };
  const beside = await findSheets(table, signal);
  const said = await findUsableSheets(usable, (name) => findSheets(table, signal, name));
  const { validation, overrideProblem } = await followUsable(said, (followed) =>
    // What was detected would win over what a person says of the encoding.
    validate(source, {
      signal,
      ...followed,
      sheets: said.sheets,
      ...(followed.overrides.encoding ? {} : { encoding }),
    }),
  );
  const status = tableStatusOf(uri, validation, overrideProblem);
  return {
    details: tableDetailsOf(status, validation, source.sizeBytes, layouts, beside.sheets),
    diagnostics: diagnosticList(validation.findings, 0, said.maximumShown),
  };
}
