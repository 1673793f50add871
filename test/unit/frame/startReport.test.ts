import { expect, it } from 'vitest';
import type { IngestedFile } from '#shared/contracts/ingestReport.ts';
import type { ReadFileReport } from '#shared/contracts/validateReport.ts';
import { describeFile } from '../../../scripts/startReport.ts';

const report: ReadFileReport = {
  path: 'counts.tsv',
  error: null,
  profile: 'gene-matrix',
  confidence: 0.6,
  evidence: 'The key column holds genes.',
  omicsType: 'transcriptomics',
  shape: 'features-in-rows',
  delimiter: '\t',
  encoding: 'utf-8',
  headerLine: 1,
  rowKey: ['gene'],
  rows: 1200,
  features: 1200,
  samples: ['a', 'b'],
  quantities: [],
  statistics: [],
  diagnostics: [
    {
      code: 'ragged-row',
      severity: 'error',
      line: 7,
      column: 1,
      endLine: 7,
      endColumn: 5,
      cell: 0,
      message: 'The row was cut off.',
      fixes: [],
    },
  ],
};
const ingested: IngestedFile = {
  path: 'counts.tsv',
  datasetId: '05a1575e-4abb-4559-aa53-f578a558404f',
  status: 'created',
  revision: 1,
  features: 1199,
  columns: 2,
  values: 2398,
  rejectedRows: 1,
  findings: { errors: 1, warnings: 0, information: 0 },
  seconds: 0.1,
  error: null,
};

it('says which rows stayed out and why', () => {
  const words = describeFile(report, ingested);
  expect(words).toContain('stayed out  1 row, by --allow-errors:\n    line 7, ragged-row: The row was cut off.');
  expect(words).toContain('1,199 features × 2 columns, 2,398 values');
});

it('does not say that a file that failed was stored', () => {
  const error = { kind: 'invalidInput', message: 'Nothing was stored; mend the file.' } as const;
  const words = describeFile(report, { ...ingested, datasetId: null, status: 'failed', error });
  expect(words).toContain('not stored  Nothing was stored; mend the file.');
  expect(words).not.toMatch(/^ {2}stored/m);
});
