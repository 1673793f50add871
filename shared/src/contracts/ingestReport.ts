import { z } from 'zod';
import { failureSchema } from './errorReport.ts';
import { countSchema } from './position.ts';

/** What became of a file that was to be ingested. */
export const ingestStatuses = ['created', 'updated', 'unchanged', 'failed'] as const;

/** How many findings of each severity. */
export const findingCountsSchema = z.strictObject({
  errors: countSchema,
  warnings: countSchema,
  information: countSchema,
});
export type FindingCounts = z.infer<typeof findingCountsSchema>;

/** What `ingest` says of one file; `datasetId` is null and `revision` 0 where nothing is stored of it. */
export const ingestedFileSchema = z.strictObject({
  path: z.string(),
  datasetId: z.uuid().nullable(),
  status: z.enum(ingestStatuses),
  revision: countSchema,
  features: countSchema,
  columns: countSchema,
  values: countSchema,
  rejectedRows: countSchema,
  findings: findingCountsSchema,
  seconds: z.number().min(0),
  error: failureSchema.nullable(),
});
export type IngestedFile = z.infer<typeof ingestedFileSchema>;

/** What `ingest --json` prints: the files in the order given. */
export const ingestReportSchema = z.array(ingestedFileSchema).meta({
  title: 'amprenta ingest --json',
  description:
    'The files in the order given. columns: sample and statistic columns. values: non-missing cells stored. ' +
    'rejectedRows: rows that stayed out because of findings that block.',
});
export type IngestReport = z.infer<typeof ingestReportSchema>;
