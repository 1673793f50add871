import { Range, Uri, WorkspaceEdit, workspace } from 'vscode';
import { type OverrideName, projectFileName } from '#shared/overrides.ts';
import { changeOverride, differingStretch } from './projectFileText.ts';

/** What was written, and which entry decides the part now; null where the table itself does. */
export interface WrittenOverride {
  readonly file: Uri;
  readonly decidedBy: string | null;
}

/**
 * Writes what a person says of a table into its `.amprenta.json`, as an edit that can be undone, and saves it; null
 * takes it back.
 * @throws Error where that file is no JSON, or can't be changed or saved
 */
export async function writeOverride(table: Uri, part: OverrideName, value: string | null): Promise<WrittenOverride> {
  const found = await findProjectFile(table, workspace.getWorkspaceFolder(table)?.uri.path ?? '/');
  const file = found ?? newProjectFile(table);
  const path = pathFrom(file, table);
  const before = found === null ? '' : (await workspace.openTextDocument(file)).getText();
  const { text, decidedBy } = changeOverride(before, { path, part, value });
  if (text !== before && !(found === null && value === null)) await replaceText(file, found !== null, before, text);
  return { file, decidedBy };
}

/** The nearest `.amprenta.json` at or above a table, up to the folder with the path `top`; null where there is none. */
export async function findProjectFile(table: Uri, top: string): Promise<Uri | null> {
  for (let folder = Uri.joinPath(table, '..'); ; folder = Uri.joinPath(folder, '..')) {
    const file = Uri.joinPath(folder, projectFileName);
    if (await isThere(file)) return file;
    if (folder.path === top || folder.path === Uri.joinPath(folder, '..').path) return null;
  }
}

const newProjectFile = (table: Uri): Uri =>
  Uri.joinPath(workspace.getWorkspaceFolder(table)?.uri ?? Uri.joinPath(table, '..'), projectFileName);

function pathFrom(file: Uri, table: Uri): string {
  const folder = Uri.joinPath(file, '..').path;
  return table.path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
}

async function isThere(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

async function replaceText(file: Uri, exists: boolean, before: string, after: string): Promise<void> {
  const edit = new WorkspaceEdit();
  if (!exists) {
    edit.createFile(file, { contents: new TextEncoder().encode(after) });
  } else {
    const document = await workspace.openTextDocument(file);
    const { start, end, text } = differingStretch(before, after);
    edit.replace(file, new Range(document.positionAt(start), document.positionAt(end)), text);
  }
  const isChanged = await workspace.applyEdit(edit);
  const isSaved = isChanged && (await (await workspace.openTextDocument(file)).save());
  if (!isSaved) throw new Error(`${file.fsPath} could not be written. Give yourself permission to change it.`);
}
