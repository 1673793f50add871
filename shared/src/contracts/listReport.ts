import { z } from 'zod';
import { omicsTypes } from '../dataset.ts';
import { countSchema, positionSchema } from './position.ts';

/** A stored dataset in a list. */
export const listedDatasetSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  omicsType: z.enum(omicsTypes).nullable(),
  profile: z.string(),
  features: countSchema,
  columns: countSchema,
  revision: positionSchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ListedDataset = z.infer<typeof listedDatasetSchema>;

/** What `list --json` prints: the newest first. */
export const listReportSchema = z.array(listedDatasetSchema).meta({
  title: 'amprenta list --json',
  description: 'The stored datasets, newest first. columns: sample and statistic columns.',
});
export type ListReport = z.infer<typeof listReportSchema>;
