/** The editor's language client; loaded when a server is first needed, because loading it takes longer than activation. */
import type { FileSystemWatcher, LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { documentSelector } from './documentSelector.ts';
import { serverEnvironment, serverFolder } from './serverEnvironment.ts';

/**
 * The client's name, below which the editor looks for a setting to trace all that is said. Not `amprenta`: secrets are
 * among what is said, and no setting may bring them into a log.
 */
const untracedName = 'Amprenta Omics, never traced';

/** What a client is made from. */
export interface LanguageClientParts {
  /** Path of the server's bundle. */
  readonly module: string;
  readonly log: LogOutputChannel;
  /** Whose events the server is told of. */
  readonly watchers: readonly FileSystemWatcher[];
  /** The connection ended, whoever ended it. */
  readonly onClosed: (client: LanguageClient) => void;
}

/** Makes a client for a server of its own, and starts neither; a server that ends is not started again by it. */
export function makeLanguageClient({ module, log, watchers, onClosed }: LanguageClientParts): LanguageClient {
  const run = { module, transport: TransportKind.ipc, options: { cwd: serverFolder(), env: serverEnvironment() } };
  const client = new LanguageClient(
    untracedName,
    'Amprenta Omics',
    { run, debug: run },
    {
      documentSelector: [...documentSelector],
      outputChannel: log,
      diagnosticCollectionName: 'amprenta',
      synchronize: { fileEvents: [...watchers] },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          onClosed(client);
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    },
  );
  return client;
}
