import { commands, type Disposable, EventEmitter, type LogOutputChannel, type Memento, workspace } from 'vscode';
import {
  type DatasetGroup,
  type DatasetItem,
  datasetsChanged,
  deleteDataset,
  findDataset,
  groupDatasets,
} from '#shared/protocol/datasets.ts';
import { type DatabaseStatus, databaseLost, databaseStatus } from '#shared/protocol/server.ts';
import { explorerStateKey } from '../../manifest/commandTable.ts';
import { failureMessage, type LanguageServer } from '../../server.ts';
import { DatasetLists } from './datasetLists.ts';
import { ViewQuery } from './viewQuery.ts';

/** What the view has to show: datasets, none, or what to do where the database does not answer. */
type ExplorerState = 'ready' | 'empty' | 'unreachable';

/** The stored datasets as the editor knows them; asked for when they are first looked at, and again when they changed. */
export class Datasets implements Disposable {
  /** Which of them are wanted, and in which order. */
  readonly query: ViewQuery;
  /** What lies below them. */
  readonly lists: DatasetLists;
  readonly #server: LanguageServer;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  readonly #answered = new EventEmitter<DatabaseStatus>();
  #groups: Promise<readonly DatasetGroup[]> | null = null;
  /** How often they were asked for. */
  #loads = 0;
  #isOutOfReach = false;

  constructor(server: LanguageServer, log: LogOutputChannel, memory: Memento) {
    this.#server = server;
    this.#log = log;
    this.query = new ViewQuery(memory);
    this.lists = new DatasetLists(server, this.query);
    this.query.onChange(() => {
      this.lists.startOver();
      this.refresh();
    });
    server.listen(datasetsChanged, () => this.refresh());
    server.listen(databaseLost, (status) => this.#lose(status));
    server.onReady(() => {
      if (this.#groups !== null) this.refresh();
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

  /** Whether the database did not answer when it was asked last. */
  get isOutOfReach(): boolean {
    return this.#isOutOfReach;
  }

  /** Forgets what is known, and asks again. */
  refresh(): void {
    this.#groups = null;
    this.lists.forget();
    this.#changed.fire();
    // Where the view is hidden nobody else would, and the status bar would keep the old number.
    void this.groups();
  }

  /** The omics types with datasets; none where the database is out of reach or the workspace is not trusted. */
  groups(): Promise<readonly DatasetGroup[]> {
    if (!workspace.isTrusted) return Promise.resolve([]);
    this.#groups ??= this.#load();
    return this.#groups;
  }

  /** One dataset as it is now. @throws the server's error */
  find(id: string): Promise<DatasetItem> {
    return this.#server.ask(findDataset, { id });
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
    this.query.dispose();
  }

  async #load(): Promise<readonly DatasetGroup[]> {
    const own = ++this.#loads;
    const status = await this.#server.askPlain(databaseStatus).catch(unreachable);
    // What is told late must not hide what was told since.
    if (own !== this.#loads) return this.groups();
    this.#answered.fire(status);
    if (status.state === 'unreachable') return this.#giveUp(status);
    try {
      const groups = await this.#server.ask(groupDatasets, { text: this.query.text });
      if (own !== this.#loads) return this.groups();
      this.#isOutOfReach = false;
      await setState(status.datasets > 0 ? 'ready' : 'empty');
      return groups;
    } catch (thrown) {
      if (own !== this.#loads) return this.groups();
      const failed = unreachable(thrown);
      this.#answered.fire(failed);
      return this.#giveUp(failed);
    }
  }

  /** Nothing is asked for: that would start again what a person may have stopped. */
  #lose(status: DatabaseStatus): void {
    this.#loads++;
    this.lists.forget();
    this.#groups = this.#giveUp(status);
    this.#answered.fire(status);
    this.#changed.fire();
  }

  async #giveUp({ message }: DatabaseStatus): Promise<readonly DatasetGroup[]> {
    this.#log.warn(message ?? 'The database does not answer.');
    this.#isOutOfReach = true;
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
