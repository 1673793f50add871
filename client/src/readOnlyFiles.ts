import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';
import type { Context } from './context.ts';

/** Where the editor reads files of a scheme that are no files on disk. */
export interface ReadOnlySource {
  readonly scheme: string;
  /** Whether there is such a file, as far as its URI tells. */
  has(uri: Uri): boolean;
  /** Its bytes; called for what {@link has} has. @throws FileSystemError */
  read(uri: Uri): Promise<Uint8Array>;
}

/** Lets the editor read these files like any others; they can't be written, and never change. */
export function serveReadOnlyFiles(context: Context, source: ReadOnlySource): void {
  const never = new EventEmitter<FileChangeEvent[]>();
  const options = { isReadonly: true, isCaseSensitive: true };
  const files = new ReadOnlyFiles(source, never);
  context.own(never, workspace.registerFileSystemProvider(source.scheme, files, options));
}

class ReadOnlyFiles implements FileSystemProvider {
  readonly #source: ReadOnlySource;
  readonly #never: EventEmitter<FileChangeEvent[]>;

  constructor(source: ReadOnlySource, never: EventEmitter<FileChangeEvent[]>) {
    this.#source = source;
    this.#never = never;
  }

  get onDidChangeFile(): EventEmitter<FileChangeEvent[]>['event'] {
    return this.#never.event;
  }

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: Uri): FileStat {
    if (!this.#source.has(uri)) throw FileSystemError.FileNotFound(uri);
    return { type: FileType.File, ctime: 0, mtime: 0, size: 0 };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    if (!this.#source.has(uri)) throw FileSystemError.FileNotFound(uri);
    return this.#source.read(uri);
  }

  readDirectory(uri: Uri): never {
    throw FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }
}
