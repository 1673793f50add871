import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type FileSystemWatcher,
  type LogOutputChannel,
  window,
  workspace,
} from 'vscode';
import type { NotificationType, RequestType, RequestType0 } from 'vscode-jsonrpc';
import { CloseAction, ErrorAction, LanguageClient, ResponseError, TransportKind } from 'vscode-languageclient/node';
import { projectFileName } from '#shared/overrides.ts';
import { tableExtensions } from '#shared/tableFiles.ts';
import { documentSelector } from './documentSelector.ts';
import { serverEnvironment, serverFolder } from './serverEnvironment.ts';

/** Those who listen to one notification, across restarts of the server. */
type Handlers = Set<(params: unknown) => void>;

/**
 * The language server: a Node process of its own that starts when it is first needed. The only code that knows how it
 * is spoken to.
 */
export class LanguageServer implements Disposable {
  readonly #module: string;
  readonly #log: LogOutputChannel;
  /** By the notification's method: the client itself keeps but one handler for each, and drops the one before. */
  readonly #handlers = new Map<string, Handlers>();
  readonly #ready = new EventEmitter<void>();
  /** The server reads open tables anew when a person's overrides change, and forgets findings of deleted files. */
  readonly #watchers: readonly FileSystemWatcher[] = [
    workspace.createFileSystemWatcher(`**/${projectFileName}`),
    workspace.createFileSystemWatcher(`**/*.{${tableExtensions.join(',')}}`, true, true, false),
  ];
  /** Starts, stops and restarts, one after the other: two at once would leave a process behind. */
  #queue: Promise<unknown> = Promise.resolve();
  #client: LanguageClient | null = null;
  #starting: Promise<LanguageClient> | null = null;

  constructor(module: string, log: LogOutputChannel) {
    this.#module = module;
    this.#log = log;
  }

  /** The server answers, for the first time or again. */
  get onReady(): EventEmitter<void>['event'] {
    return this.#ready.event;
  }

  /** Whether it was needed so far. */
  get wasStarted(): boolean {
    return this.#starting !== null;
  }

  /** Starts the server unless it runs. */
  async start(): Promise<void> {
    await this.#running();
  }

  /** Stops the server; what is asked next starts it again. */
  async stop(): Promise<void> {
    await this.#enqueue(() => this.#end());
  }

  /** Stops the server and starts it anew; calls at the same time follow each other. */
  async restart(): Promise<void> {
    await this.#enqueue(() => this.#end());
    await this.#running();
  }

  /**
   * Asks the server; starts it where it doesn't run.
   * @throws the server's own error, and CancellationError where `token` was cancelled
   */
  async ask<P, R>(type: RequestType<P, R, void>, params: P, token?: CancellationToken): Promise<R> {
    const client = await this.#running();
    // A token that is undefined would be sent along, as a second parameter.
    return token === undefined
      ? client.sendRequest<R>(type.method, params)
      : client.sendRequest<R>(type.method, params, token);
  }

  /** Asks the server what needs no parameters. @throws as {@link ask} */
  async askPlain<R>(type: RequestType0<R, void>): Promise<R> {
    const client = await this.#running();
    return client.sendRequest(type);
  }

  /** Listens to a notification, across restarts, until what is returned is disposed. */
  listen<P>(type: NotificationType<P>, handler: (params: P) => void): Disposable {
    const handle = (params: unknown): void => handler(params as P);
    const handlers = this.#handlersOf(type.method);
    handlers.add(handle);
    return { dispose: () => void handlers.delete(handle) };
  }

  dispose(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#ready.dispose();
    this.#forget();
  }

  #running(): Promise<LanguageClient> {
    this.#starting ??= this.#enqueue(() => this.#begin());
    return this.#starting;
  }

  async #begin(): Promise<LanguageClient> {
    const client = this.#makeClient();
    for (const [method, handlers] of this.#handlers) follow(client, method, handlers);
    this.#client = client;
    try {
      await client.start();
    } catch (thrown) {
      this.#forget();
      throw thrown;
    }
    this.#ready.fire();
    return client;
  }

  async #end(): Promise<void> {
    const client = this.#client;
    this.#forget();
    // A server that hangs is left behind after a while; the client has ended its process by then.
    if (client?.isRunning()) await client.dispose(5000).catch((thrown) => this.#log.warn(String(thrown)));
  }

  #forget(): void {
    this.#client = null;
    this.#starting = null;
  }

  #handlersOf(method: string): Handlers {
    const known = this.#handlers.get(method);
    if (known !== undefined) return known;
    const handlers: Handlers = new Set();
    this.#handlers.set(method, handlers);
    if (this.#client !== null) follow(this.#client, method, handlers);
    return handlers;
  }

  #enqueue<T>(step: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(step);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #makeClient(): LanguageClient {
    const run = {
      module: this.#module,
      transport: TransportKind.ipc,
      options: { cwd: serverFolder(), env: serverEnvironment() },
    };
    const client = new LanguageClient(
      'amprenta',
      'Amprenta Omics',
      { run, debug: run },
      {
        documentSelector: [...documentSelector],
        outputChannel: this.#log,
        synchronize: { fileEvents: [...this.#watchers] },
        initializationFailedHandler: () => false,
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => {
            if (this.#client === client) {
              this.#forget();
              void this.#tellOfCrash();
            }
            return { action: CloseAction.DoNotRestart, handled: true };
          },
        },
      },
    );
    return client;
  }

  async #tellOfCrash(): Promise<void> {
    this.#log.error('The language server has ended unexpectedly.');
    const [again, logs] = ['Restart server', 'Show logs'] as const;
    const message =
      'The Amprenta server has ended unexpectedly. Stored datasets are whole; an ingest that ran was undone.';
    const answer = await window.showErrorMessage(message, again, logs);
    if (answer === again) await this.restart();
    if (answer === logs) this.#log.show();
  }
}

function follow(client: LanguageClient, method: string, handlers: Handlers): void {
  client.onNotification(method, (params: unknown) => {
    for (const handle of handlers) handle(params);
  });
}

/** What to tell a person of a failed request, or null where it was cancelled, or its server ended, which is told once. */
export function failureMessage(thrown: unknown): string | null {
  const cancelledCodes = [-32_800, -32_802];
  const serverEndedCode = -32_097;
  if (thrown instanceof ResponseError && [...cancelledCodes, serverEndedCode].includes(thrown.code)) return null;
  if (thrown instanceof Error) return thrown.name === 'Canceled' ? null : thrown.message;
  return String(thrown);
}
