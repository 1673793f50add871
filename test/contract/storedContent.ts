import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DatasetStore } from '../../server/src/ingest/datasetStore.ts';
import { row, uniqueDraft } from './drafts.ts';
import { cellsOf, originalOf, rowsOf } from './reading.ts';

/** What was saved comes back as it was. */
export function testStoredContent(store: () => DatasetStore): void {
  describe('stored content', () => {
    it('gives every number back as the same double', async () => {
      const numbers = [0, -0, 1.5, 0.1, -1e-308, 5e-324, 1.7976931348623157e308, 2 ** 53 + 2, 1e21, 123456789.12345679];
      const { datasetId } = await store().save(
        uniqueDraft({ columns: numbers.map(() => ({})), dataRows: [row(0, numbers)] }),
      );
      const [cells] = await cellsOf(store(), datasetId);
      const read = (cells ?? []).map(Number);
      expect(read.map((value, index) => Object.is(value, numbers[index]))).toEqual(numbers.map(() => true));
    });

    it("gives missing values back as their column's word, and flagged ones as the file wrote them", async () => {
      const { datasetId } = await store().save(
        uniqueDraft({
          columns: [{ missingToken: 'NA' }, { zeroIsMissing: true }, {}, {}],
          dataRows: [
            row(0, [Number.NaN, Number.NaN, Number.NaN, Number.POSITIVE_INFINITY], {
              flags: [
                { column: 1, flag: 'zeroAsMissing', text: '0.0', limit: null },
                { column: 2, flag: 'belowLod', text: '< 0,05', limit: 0.05 },
                { column: 3, flag: 'nonFinite', text: 'Inf', limit: null },
              ],
            }),
            row(1, [1, 2, 3, 4]),
          ],
        }),
      );
      expect(await cellsOf(store(), datasetId)).toEqual([
        ['NA', '0.0', '< 0,05', 'Inf'],
        ['1', '2', '3', '4'],
      ]);
    });

    it('keeps rows in their order, with gaps where rows were rejected', async () => {
      const dataRows = Array.from({ length: 5000 }, (_, index) => row(index * 3, [index, -index]));
      const { datasetId } = await store().save(uniqueDraft({ dataRows }));
      const read = await rowsOf(store(), datasetId);
      expect(read.map(({ rowKey }) => rowKey)).toEqual(dataRows.map(({ rowKey }) => rowKey));
    });

    it('gives annotations, names and column heads back as written, whatever characters they hold', async () => {
      const odd = 'β-Ala "1", 2\n3\ttab \\N {null} NULL 日本 🧬';
      const { datasetId } = await store().save(
        uniqueDraft({
          name: odd,
          annotationColumns: [odd, 'empty', 'absent'],
          columns: [{ name: odd, decimalSeparator: ',' }],
          dataRows: [row(0, [1], { rowKey: odd, rawName: odd, annotations: [odd, '', null] })],
        }),
      );
      const matrix = await store().matrix(datasetId);
      expect(matrix.annotationColumns).toEqual([odd, 'empty', 'absent']);
      expect(matrix.columns).toEqual([{ name: odd, decimalSeparator: ',' }]);
      expect(await rowsOf(store(), datasetId)).toEqual([
        { rowKey: odd, rawName: odd, annotations: [odd, '', null], marks: null, cells: ['1'] },
      ]);
      expect((await store().show(datasetId)).name).toBe(odd);
    });

    it('shows NUL and half a character pair by a mark instead of failing on them', async () => {
      const nul = 'a\u0000b\ud800';
      const { datasetId } = await store().save(
        uniqueDraft({
          name: nul,
          samples: [{ ordinal: 0, name: nul, group: nul, metadata: { [nul]: nul, plain: '\\u0000' } }],
          annotationColumns: [nul],
          columns: [{ name: nul }],
          dataRows: [
            row(0, [Number.NaN], {
              rowKey: nul,
              annotations: [nul],
              flags: [{ column: 0, flag: 'unread', text: nul, limit: null }],
            }),
          ],
        }),
      );
      const marked = 'a␀b\ufffd';
      const [read] = await rowsOf(store(), datasetId);
      expect(read).toEqual({ rowKey: marked, rawName: 'name 0', annotations: [marked], marks: null, cells: [marked] });
      const [sample] = (await store().show(datasetId)).samples;
      expect(sample).toMatchObject({
        ordinal: 0,
        name: marked,
        group: marked,
        metadata: { [marked]: marked, plain: '\\u0000' },
      });
    });

    it('gives back which rows are marked, which are not, and of which it is not known', async () => {
      const marks = [['contaminant'], ['decoy', 'only-by-site'], [], null] as const;
      const { datasetId } = await store().save(
        uniqueDraft({ dataRows: marks.map((told, index) => row(index, [1, 2], { marks: told })) }),
      );
      expect((await rowsOf(store(), datasetId)).map((read) => read.marks)).toEqual(marks);
    });

    it.each([
      ['empty', Buffer.alloc(0)],
      ['of one byte', Buffer.from([0])],
      ['of exactly one chunk', randomBytes(1024 * 1024)],
      ['binary, of 3 MB and a bit', randomBytes(3 * 1024 * 1024 + 17)],
    ])('gives a file back byte for byte that is %s', async (_name, content) => {
      const { datasetId } = await store().save(uniqueDraft({ content }));
      expect(Buffer.compare(await originalOf(store(), datasetId), content)).toBe(0);
    });

    it('gives a file back byte for byte whose source fills one piece anew each time', async () => {
      const piece = Buffer.alloc(70_000);
      const content = Buffer.concat(Array.from({ length: 40 }, (_, index) => Buffer.alloc(piece.length, index)));
      const draft = uniqueDraft({
        content,
        async *bytes() {
          for (let index = 0; index < 40; index++) yield piece.fill(index);
        },
      });
      const { datasetId } = await store().save(draft);
      expect(Buffer.compare(await originalOf(store(), datasetId), content)).toBe(0);
    });

    it('stores a table without rows, samples or annotations', async () => {
      const { datasetId } = await store().save(uniqueDraft({ dataRows: [], columns: [], samples: [] }));
      expect(await rowsOf(store(), datasetId)).toEqual([]);
    });
  });
}
