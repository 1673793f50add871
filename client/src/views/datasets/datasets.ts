import { commands, type Disposable, EventEmitter, type LogOutputChannel, workspace } from 'vscode';
import {
  type DatabaseStatus,
  type DatasetContents,
  type DatasetItem,
  databaseLost,
  databaseStatus,
  datasetsChanged,
  deleteDataset,
  exportDataset,
  listDatasets,
  showDataset,
} from '#shared/protocol.ts';
import { explorerStateKey } from '../../manifest/commandTable.ts';
import { failureMessage, type LanguageServer } from '../../server.ts';

/** What the view has to show: datasets, none, or no database. */
type ExplorerState = 'ready' | 'empty' | 'unreachable';

/** The stored datasets as the editor knows them; asked for when they are first looked at, and again when they changed. */
export class Datasets implements Disposable {
  readonly #server: LanguageServer;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  readonly #answered = new EventEmitter<DatabaseStatus>();
  readonly #contents = new Map<string, Promise<DatasetContents>>();
  #items: Promise<readonly DatasetItem[]> | null = null;
  /** How often the datasets were asked for. */
  #loads = 0;

  constructor(server: LanguageServer, log: LogOutputChannel) {
    this.#server = server;
    this.#log = log;
    server.listen(datasetsChanged, () => this.refresh());
    server.listen(databaseLost, (status) => this.#lose(status));
    server.onReady(() => {
      if (this.#items !== null) this.refresh();
    });
  }

  /** What was listed may be outdated. */
  get onChange(): EventEmitter<void>['event'] {
    return this.#changed.event;
  }

  /** The database was asked, and answered or did not. */
  get onAnswer(): EventEmitter<DatabaseStatus>['event'] {
    return this.#answered.event;
  }

  /** Forgets what is known, and asks again. */
  refresh(): void {
    this.#items = null;
    this.#contents.clear();
    this.#changed.fire();
    // Where the view is hidden nobody else would, and the status bar would keep the old number.
    void this.list();
  }

  /** The datasets, newest first; none where the database is out of reach or the workspace is not trusted. */
  list(): Promise<readonly DatasetItem[]> {
    if (!workspace.isTrusted) return Promise.resolve([]);
    this.#items ??= this.#load();
    return this.#items;
  }

  /** What one dataset holds. @throws the server's error */
  contents(id: string): Promise<DatasetContents> {
    const known = this.#contents.get(id);
    if (known !== undefined) return known;
    const asked = this.#server.ask(showDataset, { id });
    this.#contents.set(id, asked);
    asked.catch(() => this.#contents.delete(id));
    return asked;
  }

  /** The stored matrix as tab-separated text. @throws the server's error */
  exportText(id: string): Promise<string> {
    return this.#server.ask(exportDataset, { id });
  }

  /** Removes a dataset with its revisions. @throws the server's error */
  async delete(id: string): Promise<void> {
    await this.#server.ask(deleteDataset, { id });
    this.refresh();
  }

  /** Asks which database is used; the embedded one is started by that. */
  async askDatabase(): Promise<DatabaseStatus> {
    const status = await this.#server.askPlain(databaseStatus).catch(unreachable);
    this.#answered.fire(status);
    return status;
  }

  dispose(): void {
    this.#changed.dispose();
    this.#answered.dispose();
  }

  async #load(): Promise<readonly DatasetItem[]> {
    const own = ++this.#loads;
    const status = await this.#server.askPlain(databaseStatus).catch(unreachable);
    // What is told late must not hide what was told since.
    if (own !== this.#loads) return this.list();
    this.#answered.fire(status);
    if (status.state === 'unreachable') return this.#giveUp(status);
    try {
      const items = await this.#server.askPlain(listDatasets);
      if (own !== this.#loads) return this.list();
      await setState(items.length > 0 ? 'ready' : 'empty');
      return items;
    } catch (thrown) {
      if (own !== this.#loads) return this.list();
      const failed = unreachable(thrown);
      this.#answered.fire(failed);
      return this.#giveUp(failed);
    }
  }

  /** Nothing is asked for: that would start again what a person may have stopped. */
  #lose(status: DatabaseStatus): void {
    this.#loads++;
    this.#contents.clear();
    this.#items = this.#giveUp(status);
    this.#answered.fire(status);
    this.#changed.fire();
  }

  async #giveUp({ message }: DatabaseStatus): Promise<readonly DatasetItem[]> {
    this.#log.warn(message ?? 'The database does not answer.');
    await setState('unreachable');
    return [];
  }
}

async function setState(state: ExplorerState): Promise<void> {
  await commands.executeCommand('setContext', explorerStateKey, state);
}

const unreachable = (thrown: unknown): DatabaseStatus => ({
  state: 'unreachable',
  name: 'Database',
  datasets: 0,
  message: failureMessage(thrown),
});
