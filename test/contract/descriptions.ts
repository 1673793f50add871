import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/diagnostics.ts';
import type { DatasetStore } from '../../server/src/ingest/datasetStore.ts';
import type { DraftSample, FeatureRef } from '../../server/src/ingest/draft.ts';
import { row, uniqueDraft } from './drafts.ts';
import { failureOf } from './reading.ts';

const albumin: FeatureRef = { kind: 'protein', namespace: 'uniprot', taxon: null, normalName: 'P02768' };
const transferrin: FeatureRef = { ...albumin, normalName: 'P02787' };

/** Lists and details tell what is stored. */
export function testDescriptions(store: () => DatasetStore): void {
  describe('lists, details and deletion', () => {
    it('tells how far it has come, up to the last row', async () => {
      const seen: number[] = [];
      const dataRows = Array.from({ length: 10 }, (_, index) => row(index, [1, 2]));
      await store().save(uniqueDraft({ dataRows }), { onProgress: ({ rowsWritten }) => seen.push(rowsWritten) });
      expect(seen.at(-1)).toBe(10);
    });

    it('shows what was recognised, found and stored, with positions as people read them', async () => {
      const finding: Finding = {
        code: 'not-a-number',
        severity: 'error',
        blocks: true,
        range: { startLine: 4, startColumn: 7, endLine: 4, endColumn: 9 },
        cell: 2,
        message: 'This is text.',
        fixes: [],
        row: 3,
      };
      const sample: DraftSample = {
        ordinal: 0,
        name: 'A',
        group: 'treated',
        subject: 'mouse 1',
        timepoint: '24 h',
        batch: '2',
        injectionOrder: 17,
        technicalReplicateOf: 'A0',
        kind: 'study',
        metadata: { Class: 'treated' },
      };
      const draft = uniqueDraft({
        profile: 'maxquant-protein-groups',
        samples: [sample],
        columns: [
          { quantity: 'LFQ intensity', unit: 'a.u.', scale: 'log2', sample: 0 },
          { quantity: 'MS/MS count', primary: false, sample: 0 },
          { name: 'q-value', role: 'statistic', sample: null, primary: false },
        ],
        dataRows: [row(0, [1, 2, 3])],
        findings: [finding, { ...finding, code: 'bom', severity: 'information', cell: -1 }],
      });
      const { datasetId } = await store().save(draft);
      const details = await store().show(datasetId);
      expect(details).toMatchObject({
        id: datasetId,
        omicsType: 'proteomics',
        profile: 'maxquant-protein-groups',
        shape: 'features-in-rows',
        confidence: 0.75,
        columns: 3,
        rows: 1,
        values: 3,
        samples: [sample],
        quantities: [
          { name: 'LFQ intensity', primary: true, unit: 'a.u.', scale: 'log2', samples: 1 },
          { name: 'MS/MS count', primary: false, unit: null, scale: 'linear', samples: 1 },
        ],
        statistics: ['q-value'],
      });
      expect(details.findings).toEqual([
        {
          code: 'not-a-number',
          severity: 'error',
          line: 5,
          column: 8,
          endLine: 5,
          endColumn: 10,
          cell: 3,
          message: 'This is text.',
        },
        expect.objectContaining({ code: 'bom', cell: 0 }),
      ]);
    });

    it('lists the newest first, and only the omics type that is asked for', async () => {
      const older = await store().save(uniqueDraft({ omicsType: 'lipidomics' }));
      const newer = await store().save(uniqueDraft({ omicsType: null }));
      const newest = await store().save(uniqueDraft({ omicsType: 'lipidomics' }));
      const all = (await store().list()).map(({ id }) => id);
      expect(all.slice(0, 3)).toEqual([newest.datasetId, newer.datasetId, older.datasetId]);
      const lipids = (await store().list({ omicsType: 'lipidomics' })).map(({ id }) => id);
      expect(lipids).toEqual([newest.datasetId, older.datasetId]);
    });

    it('stores features that datasets share, and members in their order, whoever comes first', async () => {
      const dataRows = [
        row(0, [1, 2], { feature: albumin }),
        row(1, [1, 2], {
          members: [
            { feature: transferrin, rank: 0, role: 'lead' },
            { feature: albumin, rank: 1, role: 'member' },
          ],
        }),
      ];
      await store().save(uniqueDraft({ dataRows }));
      await store().save(uniqueDraft({ dataRows }));
    });

    it('deletes a dataset with all its revisions, after which its bytes are new again', async () => {
      const draft = uniqueDraft({ dataRows: [row(0, [1, 2], { feature: albumin })] });
      const { datasetId } = await store().save(draft);
      await store().save({ ...uniqueDraft(), sourceKey: draft.sourceKey });
      await store().delete(datasetId);
      expect((await failureOf(store().show(datasetId))).kind).toBe('notFound');
      expect(await store().save(draft)).toMatchObject({ status: 'created', revision: 1 });
    });
  });
}
