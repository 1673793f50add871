import { type Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import { type TableStatus, tableStatusChanged } from '#shared/protocol/tables.ts';
import type { LanguageServer } from '../server.ts';

/** What the server said last of each open table. */
export class TableStatuses implements Disposable {
  readonly #statuses = new Map<string, TableStatus>();
  readonly #changed = new EventEmitter<void>();
  readonly #closing: Disposable;

  constructor(server: LanguageServer) {
    server.listen(tableStatusChanged, (status) => this.set(status));
    this.#closing = workspace.onDidCloseTextDocument(({ uri }) => this.#statuses.delete(uri.toString()));
  }

  get onChange(): EventEmitter<void>['event'] {
    return this.#changed.event;
  }

  get(uri: Uri): TableStatus | undefined {
    return this.#statuses.get(uri.toString());
  }

  set(status: TableStatus): void {
    this.#statuses.set(status.uri, status);
    this.#changed.fire();
  }

  dispose(): void {
    this.#closing.dispose();
    this.#changed.dispose();
  }
}
