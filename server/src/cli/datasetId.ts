import { CommandFailure, exitCodes } from './exit.ts';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The id of a dataset as it is stored.
 * @throws notFound for a text that can be no dataset's id
 */
export function readDatasetId(text: string): string {
  if (uuid.test(text)) return text.toLowerCase();
  throw new CommandFailure(
    exitCodes.found,
    'notFound',
    `There is no dataset "${text}": an id looks like 0190d5a2-7c1e-4b6f-9d2a-3e5f60718293. List the ids with: amprenta list`,
  );
}
