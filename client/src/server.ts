import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type FileSystemWatcher,
  type LogOutputChannel,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { NotificationType, RequestType, RequestType0 } from 'vscode-jsonrpc';
import type { LanguageClient } from 'vscode-languageclient/node';
import { projectFileName } from '#shared/overrides.ts';
import { setSecrets } from '#shared/protocol/server.ts';
import { tableExtensions } from '#shared/tableFiles.ts';

import { Questions } from './questions.ts';
import type { KeptSecrets, SecretStore } from './secrets/secretStore.ts';

/** How a file changed does not matter to the server, but that it is not gone. Source: LSP 3.17, "FileChangeType". */
const fileChanged = 2;

/** Those who listen to one notification, across restarts of the server. */
type Handlers = Set<(params: unknown) => void>;

/**
 * The language server: a Node process of its own that starts when it is first needed. The only code that knows how it
 * is spoken to.
 */
export class LanguageServer implements Disposable {
  readonly #module: string;
  readonly #secrets: SecretStore;
  readonly #log: LogOutputChannel;
  /** By the notification's method: the client itself keeps but one handler for each, and drops the one before. */
  readonly #handlers = new Map<string, Handlers>();
  readonly #questions = new Questions();
  readonly #ready = new EventEmitter<void>();
  /** The server reads open tables anew when a person's overrides or sample sheets change, and forgets deleted files' findings. */
  readonly #watchers: readonly FileSystemWatcher[] = [
    workspace.createFileSystemWatcher(`**/${projectFileName}`),
    workspace.createFileSystemWatcher(`**/*.{${tableExtensions.join(',')}}`),
  ];
  /** Starts, stops and restarts, one after the other: two at once would leave a process behind. */
  #queue: Promise<unknown> = Promise.resolve();
  #client: LanguageClient | null = null;
  #starting: Promise<LanguageClient> | null = null;

  constructor(module: string, secrets: SecretStore, log: LogOutputChannel) {
    this.#module = module;
    this.#secrets = secrets;
    this.#log = log;
  }

  /** The server answers, for the first time, again, or with other secrets. */
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

  /**
   * Stops the server and starts it anew; calls at the same time follow each other.
   * @param reason in a person's words, `a setting has changed`
   */
  async restart(reason: string): Promise<void> {
    const broken = this.#questions.brokenOff();
    await this.#enqueue(() => this.#end());
    // Not waited for: a server that hangs is left behind with its questions.
    void broken.then((doings) => this.#tellOfRestart(reason, doings));
    await this.#running();
  }

  /** Tells a server that runs of the secrets there are now. @throws the server's error */
  async tellSecrets(): Promise<void> {
    await this.#enqueue(async () => {
      if (this.#client === null) return;
      await this.#sendSecrets(this.#client);
      this.#ready.fire();
    });
  }

  /** Tells a server that runs of a file that its watchers don't see. */
  async tellChanged(file: Uri): Promise<void> {
    const changes = [{ uri: file.toString(), type: fileChanged }];
    await this.#client?.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /**
   * Asks the server; starts it where it doesn't run.
   * @param asked `token` cancels it; `doing` is what a person waits for, `the ingest of large.csv`, who is told where a
   * restart breaks that off
   * @throws the server's own error, and CancellationError where `token` was cancelled
   */
  async ask<P, R>(
    type: RequestType<P, R, void>,
    params: P,
    { token, doing }: { readonly token?: CancellationToken; readonly doing?: string } = {},
  ): Promise<R> {
    const client = await this.#running();
    // A token that is undefined would be sent along, as a second parameter.
    const answer =
      token === undefined
        ? client.sendRequest<R>(type.method, params)
        : client.sendRequest<R>(type.method, params, token);
    if (doing !== undefined) this.#questions.add({ doing, answer, token });
    return answer;
  }

  /** Asks the server what needs no parameters. @throws as {@link ask} */
  async askPlain<R>(type: RequestType0<R, void>): Promise<R> {
    const client = await this.#running();
    return client.sendRequest<R>(type.method);
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
    const client = await this.#makeClient();
    for (const [method, handlers] of this.#handlers) follow(client, method, handlers);
    this.#client = client;
    try {
      await client.start();
      await this.#sendSecrets(client);
    } catch (thrown) {
      this.#forget();
      throw thrown;
    }
    this.#ready.fire();
    return client;
  }

  async #sendSecrets(client: LanguageClient): Promise<void> {
    if (workspace.isTrusted) await client.sendRequest(setSecrets.method, await this.#readSecrets());
  }

  /** An editor without a safe, as on a machine without a keyring, is no reason to validate nothing. */
  async #readSecrets(): Promise<KeptSecrets> {
    try {
      return await this.#secrets.read();
    } catch (thrown) {
      this.#log.warn(`The editor's safe can't be opened, so the secrets in it are not used. ${String(thrown)}`);
      return {};
    }
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

  async #makeClient(): Promise<LanguageClient> {
    const { makeLanguageClient } = await import('./languageClient.ts');
    return makeLanguageClient({
      module: this.#module,
      log: this.#log,
      watchers: this.#watchers,
      onClosed: (closed) => {
        if (this.#client !== closed) return;
        this.#forget();
        void this.#tellOfCrash();
      },
    });
  }

  async #tellOfRestart(reason: string, broken: readonly string[]): Promise<void> {
    if (broken.length === 0) return;
    const message = `The Amprenta server was restarted, because ${reason}. That broke off ${broken.join(' and ')}: nothing of it was kept, so do it again.`;
    this.#log.warn(message);
    const logs = 'Show logs';
    if ((await window.showWarningMessage(message, logs)) === logs) this.#log.show();
  }

  async #tellOfCrash(): Promise<void> {
    this.#log.error('The language server has ended unexpectedly.');
    const [again, logs] = ['Restart server', 'Show logs'] as const;
    const message =
      'The Amprenta server has ended unexpectedly. Stored datasets are whole; an ingest that ran was undone.';
    const answer = await window.showErrorMessage(message, again, logs);
    if (answer === again) await this.restart('it had ended');
    if (answer === logs) this.#log.show();
  }
}

function follow(client: LanguageClient, method: string, handlers: Handlers): void {
  client.onNotification(method, (params: unknown) => {
    for (const handle of handlers) handle(params);
  });
}

/** Cancelled by the client or by the server, and: the server has ended, or is ending. Source: LSP 3.17, "Error codes"; vscode-jsonrpc. */
const silentCodes: ReadonlySet<unknown> = new Set([-32_800, -32_802, -32_097, -32_096]);

/**
 * What to tell a person of a failed request, or null where it was cancelled, or its server ended: that is told
 * once, with all that it broke off.
 */
export function failureMessage(thrown: unknown): string | null {
  if (thrown instanceof Error && 'code' in thrown && silentCodes.has(thrown.code)) return null;
  if (thrown instanceof Error) return thrown.name === 'Canceled' ? null : thrown.message;
  return String(thrown);
}
