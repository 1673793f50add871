import { dirname, relative, sep } from 'node:path';
import { Range, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { unwritable } from './projectFilePlace.ts';
import { differingStretch } from './projectFileText.ts';

/** How a `.amprenta.json` names a table: from its own folder, with forward slashes. */
export const nameFrom = (projectFile: string, table: Uri): string =>
  relative(dirname(projectFile), table.fsPath).split(sep).join('/');

/**
 * Writes a `.amprenta.json`, new or changed, as an edit that can be undone, and saves it.
 * @throws Error where it can't be changed or saved
 */
export async function replaceText(file: Uri, isNew: boolean, before: string, after: string): Promise<void> {
  const edit = new WorkspaceEdit();
  if (isNew) {
    edit.createFile(file, { contents: new TextEncoder().encode(after) });
  } else {
    const document = await workspace.openTextDocument(file);
    const { start, end, text } = differingStretch(before, after);
    edit.replace(file, new Range(document.positionAt(start), document.positionAt(end)), text);
  }
  const isChanged = await workspace.applyEdit(edit);
  const isSaved = isChanged && (await (await workspace.openTextDocument(file)).save());
  if (!isSaved) throw new Error(unwritable(file.fsPath));
}
