import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/diagnostics.ts';
import { unknownSample } from '#shared/sample.ts';
import type { DatasetStore } from '../../server/src/ingest/datasetStore.ts';
import { row, uniqueDraft } from './drafts.ts';
import { failureOf } from './reading.ts';

const nobody = '00000000-0000-7000-8000-000000000000';

const finding: Finding = {
  code: 'outer-space',
  severity: 'warning',
  blocks: false,
  range: { startLine: 9, startColumn: 0, endLine: 9, endColumn: 1 },
  cell: 0,
  message: 'Blanks.',
  fixes: [],
  row: 8,
};

/** Lists are read in stretches, filtered and sorted, and rows by what stands out. */
export function testBrowsing(store: () => DatasetStore): void {
  describe('browsing', () => {
    const namesOf = async (query: Parameters<DatasetStore['list']>[0]): Promise<string[]> =>
      (await store().list(query)).map(({ name }) => name);

    it('lists in stretches that follow each other without a gap, in each order', async () => {
      for (const [name, features] of [
        ['stretch b', 2],
        ['Stretch a', 3],
        ['stretch c', 1],
      ] as const) {
        const dataRows = Array.from({ length: features }, (_, index) => row(index, [1, 2]));
        await store().save(uniqueDraft({ name, dataRows, omicsType: null }));
      }
      const query = { text: 'STRETCH', omicsType: null };
      const inStretches = async (sort: 'created' | 'name' | 'features') => [
        ...(await namesOf({ ...query, sort, skip: 0, limit: 2 })),
        ...(await namesOf({ ...query, sort, skip: 2, limit: 2 })),
      ];
      expect(await inStretches('created')).toEqual(['stretch c', 'Stretch a', 'stretch b']);
      expect(await inStretches('name')).toEqual(['Stretch a', 'stretch b', 'stretch c']);
      expect(await inStretches('features')).toEqual(['Stretch a', 'stretch b', 'stretch c']);
    });

    it('brings a dataset with a new revision to the front of those that changed last', async () => {
      const draft = uniqueDraft({ name: 'moved 1' });
      await store().save(draft);
      await store().save(uniqueDraft({ name: 'moved 2' }));
      await store().save(uniqueDraft({ name: 'moved 1', sourceKey: draft.sourceKey }));
      expect(await namesOf({ text: 'moved', sort: 'updated' })).toEqual(['moved 1', 'moved 2']);
      expect(await namesOf({ text: 'moved', sort: 'created' })).toEqual(['moved 2', 'moved 1']);
    });

    it('finds by part of the name, the layout in words, and the beginning of the id, taking % and _ as they are', async () => {
      const { datasetId } = await store().save(
        uniqueDraft({ name: '100%_pure', profile: 'fragpipe-combined-protein' }),
      );
      await store().save(uniqueDraft({ name: '100 x pure' }));
      for (const text of ['%_PURE', ' fragpipe combined', 'fragpipe-comb', datasetId.slice(0, 30).toUpperCase()]) {
        expect(await namesOf({ text })).toEqual(['100%_pure']);
      }
      expect(await namesOf({ text: 'no such thing' })).toEqual([]);
    });

    it('counts the datasets of each omics type, those that did not tell under null', async () => {
      for (const omicsType of ['lipidomics', null, null] as const) {
        await store().save(uniqueDraft({ name: 'counted', omicsType }));
      }
      const counts = await store().countByOmicsType({ text: 'counted' });
      expect(new Map(counts.map((group) => [group.omicsType, group.datasets]))).toEqual(
        new Map([
          ['lipidomics', 1],
          [null, 2],
        ]),
      );
    });

    it('outlines a dataset, and gives its samples and findings in stretches, the gravest finding first', async () => {
      const draft = uniqueDraft({
        samples: ['A', 'B', 'C'].map((name, ordinal) => ({ ordinal, name, metadata: { Class: name } })),
        columns: [{ quantity: 'Area' }, { quantity: 'Area' }, { name: 'padj', role: 'statistic', primary: false }],
        dataRows: [row(0, [1, 2, 3])],
        findings: [
          { ...finding, code: 'bom', severity: 'information' },
          finding,
          { ...finding, severity: 'error', code: 'not-a-number', range: { ...finding.range, startLine: 12 } },
          { ...finding, range: { ...finding.range, startLine: 3 } },
        ],
      });
      const { datasetId } = await store().save(draft);
      expect(await store().outline(datasetId)).toMatchObject({
        samples: 3,
        quantities: [{ name: 'Area', primary: true, samples: 2 }],
        statistics: ['padj'],
        findings: { error: 1, warning: 2, information: 1 },
        sources: [{ path: draft.path, revision: 1 }],
      });
      expect(await store().find(datasetId)).toMatchObject({ id: datasetId, features: 1, columns: 3 });
      expect(await store().samples(datasetId, { skip: 1, limit: 2 })).toEqual([
        { ...unknownSample, ordinal: 1, name: 'B', metadata: { Class: 'B' } },
        { ...unknownSample, ordinal: 2, name: 'C', metadata: { Class: 'C' } },
      ]);
      const found = await store().findings(datasetId, { skip: 0, limit: 3 });
      expect(found.map(({ severity, line }) => [severity, line])).toEqual([
        ['error', 13],
        ['warning', 4],
        ['warning', 10],
      ]);
    });

    it('ranks rows by the smallest figure of a column, rows without one left out', async () => {
      const figures = [0.5, Number.NaN, 1e-9, 0.01];
      const dataRows = figures.map((figure, index) => row(index, [index, figure]));
      const columns = [{}, { name: 'padj', role: 'statistic', primary: false }] as const;
      const { datasetId } = await store().save(uniqueDraft({ columns, dataRows }));
      expect((await store().columns(datasetId)).map(({ role, ordinal }) => [role, ordinal])).toEqual([
        ['sample', 0],
        ['statistic', 1],
      ]);
      expect(await store().rankRows(datasetId, { by: 'smallest', column: 1 }, 2)).toEqual([
        { name: 'name 2', figure: 1e-9 },
        { name: 'name 3', figure: 0.01 },
      ]);
    });

    it('ranks rows by their spread over some columns, only those with values in at least half of them', async () => {
      const nothing = Number.NaN;
      const dataRows = [
        row(0, [1, 1, 1, 1, 9_999]),
        row(1, [1, 4, 1, 4, 0]),
        row(2, [1, 1_024, nothing, nothing, 0]),
        row(3, [8, nothing, nothing, nothing, 0]),
        row(4, [0, 0, 2, 2, 0]),
      ];
      const { datasetId } = await store().save(uniqueDraft({ columns: [{}, {}, {}, {}, {}], dataRows }));
      const columns = [0, 1, 2, 3];
      const ofLogarithms = await store().rankRows(datasetId, { by: 'spread', columns, ofLogarithms: true }, 9);
      expect(ofLogarithms.map(({ name }) => name)).toEqual(['name 2', 'name 1', 'name 0', 'name 4']);
      expect(ofLogarithms[0]?.figure).toBeCloseTo(10 / Math.SQRT2, 12);
      const plain = await store().rankRows(datasetId, { by: 'spread', columns, ofLogarithms: false }, 2);
      expect(plain.map(({ name }) => name)).toEqual(['name 2', 'name 1']);
      expect(plain[1]?.figure).toBeCloseTo(Math.sqrt(3), 12);
      const apart = await store().rankRows(datasetId, { by: 'spread', columns: [1, 4], ofLogarithms: false }, 1);
      expect(apart).toEqual([{ name: 'name 0', figure: expect.closeTo(9_998 / Math.SQRT2, 9) }]);
    });

    it('says of each list of a dataset that is not there that it is not', async () => {
      const page = { skip: 0, limit: 1 };
      for (const id of [nobody, 'x']) {
        const asked = await Promise.all([
          failureOf(store().find(id)),
          failureOf(store().outline(id)),
          failureOf(store().columns(id)),
          failureOf(store().samples(id, page)),
          failureOf(store().findings(id, page)),
          failureOf(store().rankRows(id, { by: 'smallest', column: 0 }, 1)),
        ]);
        expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set(['notFound']));
      }
    });
  });
}
