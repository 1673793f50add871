import type { Page } from '#shared/protocol/datasets.ts';

/** How many entries are asked for at once, and shown before a person asks for more. */
const pageSize = 200;

/** A long list that is read in stretches, as far as someone looks. */
export class PagedList<Item> {
  readonly #read: (page: Page) => Promise<readonly Item[]>;
  #loading: Promise<readonly Item[]>;

  /**
   * Reads the first stretch.
   * @param shown how many entries of the list were shown before it was read anew
   */
  constructor(read: (page: Page) => Promise<readonly Item[]>, shown: number) {
    this.#read = read;
    this.#loading = this.#follow([], Math.max(1, Math.ceil(shown / pageSize)));
  }

  /** What was read so far. @throws whatever reading threw */
  items(): Promise<readonly Item[]> {
    return this.#loading;
  }

  /** Reads the next stretch. @throws whatever reading threw; what was read before stays */
  async more(): Promise<void> {
    const before = this.#loading;
    const longer = before.then((known) => this.#follow(known, 1));
    this.#loading = longer.catch(() => before);
    await longer;
  }

  async #follow(known: readonly Item[], pages: number): Promise<readonly Item[]> {
    const items = [...known];
    for (let page = 0; page < pages; page++) {
      const next = await this.#read({ skip: items.length, limit: pageSize });
      items.push(...next);
      if (next.length < pageSize) break;
    }
    return items;
  }
}
