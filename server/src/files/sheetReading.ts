import { realpath, stat } from 'node:fs/promises';
import { readIfSheet, readNamedSheet } from '../sheets/readSheet.ts';
import type { SampleSheet } from '../sheets/sheet.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { openFileSource } from './fileSource.ts';

/** A sheet has a row a sample: larger files are not looked at, so that a folder of matrices is not read through. */
const largestSheetBytes = 2_000_000;

/** A text that is open somewhere, and counts instead of what lies on disk. */
export interface OpenText {
  readonly text: string;
  readonly source: ByteSource;
}

/** The open text of a file; null where none is. */
export type FindOpenText = (path: string) => OpenText | null;

/** Reads sample sheets, each once until its file or open text changes. Paths are absolute; names are what people read. */
export interface SheetReading {
  /**
   * The file as a sample sheet where it is one by itself; null where it is another table, or larger than a sheet is.
   * @throws notFound, invalidInput, or an error of the system, where it can't be read
   */
  readIfSheet(path: string, name: string, signal?: AbortSignal): Promise<SampleSheet | null>;
  /**
   * The sample sheet that a person named.
   * @throws notFound, invalidInput where it can't be read or no column of it can name samples
   */
  readNamed(path: string, name: string, signal?: AbortSignal): Promise<SampleSheet>;
  /** True where the file was read as a sample sheet when it was last read. */
  wasSheet(path: string): boolean;
  /** Drops what is remembered of a file. */
  forget(path: string): void;
}

type ReadAs<Sheet> = (source: ByteSource, signal?: AbortSignal) => Promise<Sheet>;

/** What was read, and of which text or state of the file. */
interface Known<Sheet> {
  readonly state: string;
  readonly sheet: Sheet;
}

/** Starts reading with nothing remembered. */
export function startSheetReading(openText: FindOpenText = () => null): SheetReading {
  const beside = new Map<string, Known<SampleSheet | null>>();
  const named = new Map<string, Known<SampleSheet>>();
  const read = async <Sheet>(
    known: Map<string, Known<Sheet>>,
    readAs: ReadAs<Sheet>,
    path: string,
    name: string,
    signal?: AbortSignal,
  ): Promise<Sheet> => {
    const open = openText(path);
    const state = open?.text ?? (await stateOf(path));
    const before = known.get(path);
    if (before?.state === state) return before.sheet;
    known.delete(path);
    const source = open?.source ?? (await openFileSource(path));
    const { sizeBytes } = source;
    const sheet = await readAs({ name, sizeBytes, bytes: (stop) => source.bytes(stop) }, signal);
    known.set(path, { state, sheet });
    return sheet;
  };
  return {
    async readIfSheet(path, name, signal) {
      const sheet = await read(beside, readSmall, path, name, signal);
      return sheet && { ...sheet, name };
    },
    readNamed: async (path, name, signal) => ({ ...(await read(named, readNamedSheet, path, name, signal)), name }),
    forget(path) {
      named.delete(path);
      beside.delete(path);
    },
    wasSheet: (path) => named.has(path) || (beside.get(path)?.sheet ?? null) !== null,
  };
}

/** Of a file that is not there a name tells no state: it is opened, which says what is wrong. */
async function stateOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size } = await stat(await realpath(path));
    return `${mtimeMs} ${size}`;
  } catch {
    return '';
  }
}

const readSmall: ReadAs<SampleSheet | null> = async (source, signal) =>
  source.sizeBytes > largestSheetBytes ? null : readIfSheet(source, signal);
