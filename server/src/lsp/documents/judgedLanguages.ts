import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hasExtension, plainTextExtensions, tableLanguages } from '#shared/tableFiles.ts';
import { recognize } from '../../profiles/recognize.ts';
import { leastConfidenceOfText } from '../../profiles/textConfidence.ts';
import { readHead } from '../../table/head.ts';
import { type DocumentSource, documentEncoding } from './documentSource.ts';

const languages: ReadonlySet<string> = new Set(tableLanguages);

/** True for a document that is judged whatever is in it, or where it turns out to be an omics table. */
export function mayBeTable({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): boolean {
  return languages.has(languageId) || (languageId === 'plaintext' && hasExtension(uri, plainTextExtensions));
}

/**
 * True where a document is to be judged: always in a language of tables, else where its content is a known omics table.
 * @throws AbortError when `signal` is aborted
 */
export async function isTable(
  { languageId }: Pick<TextDocument, 'languageId'>,
  source: DocumentSource,
  signal: AbortSignal,
): Promise<boolean> {
  if (languages.has(languageId)) return true;
  const { confidence } = recognize(await readHead(source, { encoding: documentEncoding, signal }));
  return confidence >= leastConfidenceOfText;
}
