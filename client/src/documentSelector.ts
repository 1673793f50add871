import type { TextDocument } from 'vscode';
import { plainTextExtensions, tableLanguages } from '#shared/tableFiles.ts';

/** The documents that the server is told of. */
export const documentSelector = [
  ...tableLanguages.flatMap((language) => [
    { language, scheme: 'file' },
    { language, scheme: 'untitled' },
  ]),
  { language: 'plaintext', scheme: 'file', pattern: `**/*.{${plainTextExtensions.join(',')}}` },
] as const;

/** Whether the server is told of this document. */
export function mayBeTable({ languageId, uri }: TextDocument): boolean {
  if (uri.scheme !== 'file' && uri.scheme !== 'untitled') return false;
  if (tableLanguages.some((language) => language === languageId)) return true;
  const isPlainText = languageId === 'plaintext' && uri.scheme === 'file';
  return isPlainText && plainTextExtensions.some((extension) => uri.path.endsWith(`.${extension}`));
}
