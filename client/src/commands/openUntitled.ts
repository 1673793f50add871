import { languages, window, workspace } from 'vscode';

/** Shows a table's text in an untitled document, as plain text where the editor does not know its language. */
export async function openUntitled(content: string, wanted: 'csv' | 'tsv'): Promise<void> {
  const isKnown = (await languages.getLanguages()).includes(wanted);
  const document = await workspace.openTextDocument({ content, language: isKnown ? wanted : 'plaintext' });
  await window.showTextDocument(document);
}
