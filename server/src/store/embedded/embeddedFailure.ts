import type { AmprentaError, ErrorKind } from '#shared/errors.ts';
import { type PostgresCheck, postgresFailure } from '../postgresFailure.ts';

/** What went wrong with the embedded server. */
export interface EmbeddedFailure {
  readonly kind?: ErrorKind;
  /** In one sentence with its full stop, naming the folder. */
  readonly happened: string;
  readonly remedy: string;
  /** Is it running, unless told. */
  readonly failed?: PostgresCheck;
  /** The server runs: the failed check comes after the first. */
  readonly isRunning?: boolean;
  readonly cause?: unknown;
}

/** The error for a failing embedded server, told like that of any other server; `unavailable` unless told. */
export function embeddedFailure(dataDir: string, failure: EmbeddedFailure): AmprentaError {
  return postgresFailure({
    kind: failure.kind ?? 'unavailable',
    happened: failure.happened,
    tried: `Tried the embedded server of folder ${dataDir}: host 127.0.0.1, a free port, database amprenta, user amprenta.`,
    failed: failure.failed ?? 'running',
    before: failure.isRunning === true ? 'Yes.' : 'Not reached.',
    remedy: failure.remedy,
    cause: failure.cause,
  });
}

const otherFolder = 'name another folder in AMPRENTA_DATA_DIR, or a server of your own in POSTGRES_HOST';

/** Codes and words for a full disk, a full quota and a limit on the size of files; Postgres reports short writes too. */
const fullPattern =
  /ENOSPC|EDQUOT|EFBIG|No space left on device|Disk quota exceeded|File too large|wrote only \d+ of \d+|free disk space/i;
const deniedPattern = /EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/i;

/**
 * The error for a folder that has no room or may not be written, told apart by the words of the operating system in
 * `text`; null where `text` tells of something else.
 */
export function folderFailure(dataDir: string, folder: string, text: string, cause?: unknown): AmprentaError | null {
  if (fullPattern.test(text)) {
    return embeddedFailure(dataDir, {
      happened: `the disk of folder ${folder} is full.`,
      remedy: `Free space there (about 200 MB to begin with), or ${otherFolder}.`,
      cause,
    });
  }
  if (deniedPattern.test(text)) {
    return embeddedFailure(dataDir, {
      kind: 'unauthorized',
      happened: `folder ${folder} may not be written or entered.`,
      failed: 'permissions',
      remedy: `Give write permission on ${folder} to the user who runs this, or ${otherFolder}.`,
      cause,
    });
  }
  return null;
}

/** Turns a failure of the file system into the error for its folder. */
export function toFolderFailure(dataDir: string, folder: string, thrown: unknown): AmprentaError {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return (
    folderFailure(dataDir, folder, text, thrown) ??
    embeddedFailure(dataDir, {
      happened: `folder ${folder} could not be used (${text}).`,
      remedy: `Mend that, or ${otherFolder}.`,
      cause: thrown,
    })
  );
}

/** The code of a failure of the operating system (`ENOENT`), or null. */
export function systemCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  const code: unknown = Reflect.get(thrown, 'code');
  return typeof code === 'string' ? code : null;
}
