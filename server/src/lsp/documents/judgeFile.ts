import type { Finding } from '#shared/diagnostics.ts';
import type { TableDetails } from '#shared/protocol.ts';
import { openFileSource } from '../../files/fileSource.ts';
import { rankLayouts } from '../../profiles/readProfile.ts';
import { validate } from '../../rules/validate.ts';
import { readHead } from '../../table/head.ts';
import { pathOfUri } from '../documentPath.ts';
import { tableDetailsOf, tableStatusOf } from './tableStatus.ts';
import { isInvalidInput, readUsableOverrides } from './usableOverrides.ts';

/** What a file on disk is and what is wrong in it. */
export interface JudgedFile {
  readonly details: TableDetails;
  readonly findings: readonly Finding[];
}

/**
 * Reads a file from disk, whatever its size, and judges it by what a person said of it. What can't be followed of that
 * is told in the details, and the table read by what it tells itself.
 * @param folder the workspace's folder; null where there is none
 * @throws notFound, invalidInput where the file can't be read; AbortError when `signal` is aborted
 */
export async function judgeFile(uri: string, folder: string | null, signal: AbortSignal): Promise<JudgedFile> {
  const source = await openFileSource(pathOfUri(uri));
  const { overrides, problem } = await readUsableOverrides(uri, folder);
  const layouts = rankLayouts(await readHead(source, { signal }));
  const judged = (validation: Awaited<ReturnType<typeof validate>>, overrideProblem: string | null): JudgedFile => {
    const status = tableStatusOf(uri, validation, overrideProblem);
    return {
      details: tableDetailsOf(status, validation, source.sizeBytes, layouts),
      findings: validation.findings,
    };
  };
  try {
    return judged(await validate(source, { signal, overrides }), problem);
  } catch (thrown) {
    if (Object.keys(overrides).length === 0 || !isInvalidInput(thrown)) throw thrown;
    return judged(await validate(source, { signal }), thrown.message);
  }
}
