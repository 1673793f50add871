import { commands, type Disposable, EventEmitter, type Memento } from 'vscode';
import { type DatasetSort, datasetSorts } from '#shared/dataset.ts';
import { isFilteredKey } from '../../manifest/commandTable.ts';

const sortKey = 'datasets.sort';

/** Which datasets a person wants to see, and in which order; the order is kept across windows and sessions. */
export class ViewQuery implements Disposable {
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<void>();
  #text = '';
  #sort: DatasetSort;

  constructor(memory: Memento) {
    this.#memory = memory;
    const kept = memory.get<string>(sortKey);
    this.#sort = datasetSorts.find((sort) => sort === kept) ?? 'updated';
  }

  /** Another filter or order was chosen. */
  get onChange(): EventEmitter<void>['event'] {
    return this.#changed.event;
  }

  /** What names, layouts or ids have to contain; empty where all are shown. */
  get text(): string {
    return this.#text;
  }

  get sort(): DatasetSort {
    return this.#sort;
  }

  /** Shows only datasets with this text. */
  filter(text: string): void {
    const wanted = text.trim();
    if (wanted === this.#text) return;
    this.#text = wanted;
    void commands.executeCommand('setContext', isFilteredKey, wanted !== '');
    this.#changed.fire();
  }

  /** Shows datasets in this order, from now on. */
  async sortBy(sort: DatasetSort): Promise<void> {
    if (sort === this.#sort) return;
    this.#sort = sort;
    this.#changed.fire();
    await this.#memory.update(sortKey, sort);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
