import { AmprentaError } from '#shared/errors.ts';

/** Says that there is no such dataset, or no such revision of it; what was asked for may be no UUID at all. */
export function missingDataset(id: string, revision?: number): AmprentaError {
  const what = revision === undefined ? `dataset ${id}` : `revision ${revision} of dataset ${id}`;
  return new AmprentaError('notFound', `There is no ${what}. \`amprenta list\` shows what there is.`);
}
