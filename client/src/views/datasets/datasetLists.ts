import type { OmicsType } from '#shared/dataset.ts';
import {
  type DatasetContents,
  type DatasetItem,
  type FindingItem,
  listDatasets,
  listFindings,
  listSamples,
  listTopFeatures,
  type Page,
  type SampleItem,
  showDataset,
  type TopFeatures,
} from '#shared/protocol/datasets.ts';
import type { LanguageServer } from '../../server.ts';
import { PagedList } from './pagedList.ts';
import type { ViewQuery } from './viewQuery.ts';

const topFeatures = 50;

/** What was read of the stored datasets, each once until it is forgotten. */
export class DatasetLists {
  readonly #server: LanguageServer;
  readonly #query: ViewQuery;
  /** Whatever was asked for, by what it is. */
  readonly #asked = new Map<string, Promise<unknown>>();
  readonly #lists = new Map<string, PagedList<unknown>>();
  /** How many entries of a list were shown, so that it is as long when it is read anew. */
  readonly #shown = new Map<string, number>();

  constructor(server: LanguageServer, query: ViewQuery) {
    this.#server = server;
    this.#query = query;
  }

  /** The datasets of an omics type that the filter lets through, in the order that was chosen. */
  datasets(omicsType: OmicsType | null): PagedList<DatasetItem> {
    const { text, sort } = this.#query;
    return this.#list(`datasets:${omicsType}`, (page) =>
      this.#server.ask(listDatasets, { text, sort, omicsType, ...page }),
    );
  }

  /** The samples of a dataset. */
  samples(id: string): PagedList<SampleItem> {
    return this.#list(`samples:${id}`, (page) => this.#server.ask(listSamples, { id, ...page }));
  }

  /** The findings of a dataset. */
  findings(id: string): PagedList<FindingItem> {
    return this.#list(`findings:${id}`, (page) => this.#server.ask(listFindings, { id, ...page }));
  }

  /** What a dataset holds, in numbers. @throws the server's error */
  contents(id: string): Promise<DatasetContents> {
    return this.#once(`contents:${id}`, () => this.#server.ask(showDataset, { id }));
  }

  /** The features of a dataset that stand out. @throws the server's error */
  topFeatures(id: string): Promise<TopFeatures> {
    return this.#once(`top:${id}`, () => this.#server.ask(listTopFeatures, { id, limit: topFeatures }));
  }

  /** Forgets what was read; what was shown of a list is read at once when it is asked for again. */
  forget(): void {
    this.#asked.clear();
    this.#lists.clear();
  }

  /** Forgets also how long the lists were: they are others now. */
  startOver(): void {
    this.forget();
    this.#shown.clear();
  }

  #list<Item>(key: string, read: (page: Page) => Promise<readonly Item[]>): PagedList<Item> {
    const known = this.#lists.get(key);
    // A key begins with what its items are.
    if (known !== undefined) return known as PagedList<Item>;
    const counted = async (page: Page): Promise<readonly Item[]> => {
      const items = await read(page);
      this.#shown.set(key, page.skip + items.length);
      return items;
    };
    const list = new PagedList(counted, this.#shown.get(key) ?? 0);
    this.#lists.set(key, list);
    // One that can't be read is read anew when it is asked for again.
    list.items().catch(() => {
      if (this.#lists.get(key) === list) this.#lists.delete(key);
    });
    return list;
  }

  #once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#asked.get(key);
    if (known !== undefined) return known as Promise<Answer>;
    const asked = ask();
    this.#asked.set(key, asked);
    asked.catch(() => {
      if (this.#asked.get(key) === asked) this.#asked.delete(key);
    });
    return asked;
  }
}
