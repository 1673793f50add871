import { fileURLToPath } from 'node:url';
import { AmprentaError } from '#shared/errors.ts';

/**
 * The path of a file on this machine.
 * @throws invalidInput where the URI is no file's
 */
export function pathOfUri(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch (cause) {
    throw new AmprentaError('invalidInput', `${uri} is no file on this machine. Save it to a folder first.`, { cause });
  }
}
