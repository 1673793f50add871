import { expect, it } from 'vitest';
import { PagedList } from '../../../client/src/views/datasets/pagedList.ts';

const readerOf =
  (total: number) =>
  async ({ skip, limit }: { skip: number; limit: number }): Promise<readonly number[]> =>
    Array.from({ length: Math.max(0, Math.min(limit, total - skip)) }, (_, index) => skip + index);

const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index);

it('a long list is read in stretches as it is asked for, and is as long again when it is read anew', async () => {
  const list = new PagedList(readerOf(450), 0);
  expect(await list.items()).toEqual(upTo(200));
  await list.more();
  await list.more();
  expect(await list.items()).toEqual(upTo(450));
  expect(await new PagedList(readerOf(450), 400).items()).toEqual(upTo(400));
});

it('two calls for more at once read each entry once', async () => {
  const list = new PagedList(readerOf(500), 0);
  await Promise.all([list.more(), list.more()]);
  expect(await list.items()).toEqual(upTo(500));
});

it('what was read stays where reading on fails', async () => {
  let isBroken = false;
  const read = readerOf(500);
  const list = new PagedList((page) => (isBroken ? Promise.reject(new Error('gone')) : read(page)), 0);
  await list.items();
  isBroken = true;
  await expect(list.more()).rejects.toThrow('gone');
  expect(await list.items()).toEqual(upTo(200));
  isBroken = false;
  await list.more();
  expect(await list.items()).toEqual(upTo(400));
});
