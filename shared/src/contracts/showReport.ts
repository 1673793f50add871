import { z } from 'zod';
import { scales } from '../dataset.ts';
import { sampleKinds } from '../sample.ts';
import { listedDatasetSchema } from './listReport.ts';
import { countSchema, placedFindingSchema, positionSchema } from './position.ts';

/** What a dataset still owes, or has delivered, to another service. */
export const syncStateSchema = z.strictObject({
  target: z.enum(['notion', 'embeddings', 'vectors']),
  state: z.enum(['owed', 'running', 'done', 'failed']),
  attempts: countSchema,
  nextTryAt: z.iso.datetime().nullable(),
  error: z.string().nullable(),
});

/** What `show ID --json` prints: the dataset as in the list, and all that is known of it but its values. */
export const showReportSchema = listedDatasetSchema
  .extend({
    samples: z.array(
      z.strictObject({
        ordinal: countSchema,
        name: z.string(),
        group: z.string().nullable(),
        subject: z.string().nullable(),
        timepoint: z.string().nullable(),
        batch: z.string().nullable(),
        injectionOrder: countSchema.nullable(),
        technicalReplicateOf: z.string().nullable(),
        kind: z.enum(sampleKinds).nullable(),
        metadata: z.record(z.string(), z.string()),
      }),
    ),
    quantities: z.array(
      z.strictObject({
        name: z.string().nullable(),
        primary: z.boolean(),
        samples: countSchema,
        scale: z.enum(scales),
        unit: z.string().nullable(),
      }),
    ),
    findings: z.array(placedFindingSchema),
    sources: z.array(
      z.strictObject({
        key: z.string(),
        path: z.string(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        sizeBytes: countSchema,
        revision: positionSchema,
        addedAt: z.iso.datetime(),
      }),
    ),
    sync: z.array(syncStateSchema),
  })
  .meta({
    title: 'amprenta show ID --json',
    description:
      'A stored dataset without its values. findings: what validation said when it was ingested. samples: what is known of each, and under metadata all that its table and sample sheet say of it by their own names.',
  });
export type ShowReport = z.infer<typeof showReportSchema>;
