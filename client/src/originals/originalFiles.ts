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
import { readOriginal } from '#shared/protocol/datasets.ts';
import type { Context } from '../context.ts';
import { originalScheme } from '../manifest/commandTable.ts';
import { failureMessage } from '../server.ts';
import { readOriginalUri } from './originalUri.ts';

/** Lets the editor read the ingested bytes of datasets like files that can't be written. */
export function serveOriginals(context: Context): void {
  const options = { isReadonly: true, isCaseSensitive: true };
  context.own(workspace.registerFileSystemProvider(originalScheme, new OriginalFiles(context), options));
}

class OriginalFiles implements FileSystemProvider {
  readonly #context: Context;
  /** Nothing ever changes: a revision's bytes are what they are. */
  readonly #never = new EventEmitter<FileChangeEvent[]>();

  constructor(context: Context) {
    this.#context = context;
    context.own(this.#never);
  }

  get onDidChangeFile(): EventEmitter<FileChangeEvent[]>['event'] {
    return this.#never.event;
  }

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: Uri): FileStat {
    if (readOriginalUri(uri) === null) throw FileSystemError.FileNotFound(uri);
    return { type: FileType.File, ctime: 0, mtime: 0, size: 0 };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const original = readOriginalUri(uri);
    if (original === null) throw FileSystemError.FileNotFound(uri);
    const { id, revision } = original;
    try {
      return Buffer.from(await this.#context.server.ask(readOriginal, { id, revision }), 'base64');
    } catch (thrown) {
      throw FileSystemError.Unavailable(failureMessage(thrown) ?? 'Cancelled.');
    }
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
