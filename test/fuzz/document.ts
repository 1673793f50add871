import type { TextRange } from '#shared/positions.ts';
import type { Profile } from '../../server/src/profiles/profile.ts';
import type { ByteSource } from '../../server/src/table/byteSource.ts';
import { decode } from '../../server/src/table/decode.ts';

/** The text of a document as an editor shows it: decoded, with its lines. */
export interface EditorDocument {
  readonly text: string;
  /** Without line ends. */
  readonly lines: readonly string[];
}

/** Reads a document whole, to hold places against it. */
export async function readDocument(
  source: ByteSource,
  profile: Pick<Profile, 'encoding' | 'bomBytes' | 'dialect'>,
): Promise<EditorDocument> {
  let text = '';
  for await (const piece of decode(source.bytes(), profile)) text += piece.text;
  const lines = text.split(profile.dialect.newline);
  return { text, lines: profile.dialect.newline === '\n' ? lines.map((line) => line.replace(/\r$/, '')) : lines };
}

/** What is wrong with a range of a document; null where it lies inside. */
export function complainOfRange({ lines }: EditorDocument, range: TextRange): string | null {
  const { startLine, startColumn, endLine, endColumn } = range;
  const startLength = lines[startLine]?.length;
  const endLength = lines[endLine]?.length;
  if (startLength === undefined || endLength === undefined) return `line ${startLine} or ${endLine} of ${lines.length}`;
  if (startColumn < 0 || startColumn > startLength) return `column ${startColumn} of ${startLength}`;
  if (endColumn < 0 || endColumn > endLength) return `end column ${endColumn} of ${endLength}`;
  if (endLine < startLine || (endLine === startLine && endColumn < startColumn)) return 'it ends before it starts';
  return null;
}

/** Physical line of an offset of a text. */
export function lineOfOffset(text: string, offset: number, newline: string): number {
  let line = 0;
  for (let at = text.indexOf(newline); at >= 0 && at < offset; at = text.indexOf(newline, at + 1)) line++;
  return line;
}
