import type { TextEdit } from '#shared/diagnostics.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { decode } from '../table/decode.ts';
import { editText } from './editText.ts';
import { encodeText, type FileEncoding } from './encodeText.ts';

/**
 * A file as it will be with edits made, read through the file as it is: neither is ever whole in memory. Its `sizeBytes`
 * is the file's own, near enough to show progress by.
 */
export function editedSource(
  original: ByteSource,
  written: FileEncoding,
  edits: readonly TextEdit[],
  target: FileEncoding,
): ByteSource {
  return {
    name: original.name,
    sizeBytes: original.sizeBytes,
    bytes: (signal) => encodeText(editText(decode(original.bytes(signal), written), edits), target),
  };
}
