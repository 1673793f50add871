import { dirname, relative, sep } from 'node:path';
import { Range, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { OverrideName } from '#shared/overrides.ts';
import { type ProjectFilePlace, unwritable } from './projectFilePlace.ts';
import { changeOverride, differingStretch, type OverrideValue, saysNothing } from './projectFileText.ts';

/** What was written, and which entry decides the part now; null where the table itself does. */
export interface WrittenOverride {
  readonly file: Uri;
  readonly decidedBy: string | null;
}

/**
 * Writes what a person says of a table into a `.amprenta.json`, as an edit that can be undone, and saves it; null takes it
 * back. A file in which nothing is left to say then is removed.
 * @throws Error where that file is no JSON, or can't be changed or saved
 */
export async function writeOverride(
  table: Uri,
  part: OverrideName,
  value: OverrideValue | null,
  { path, exists }: ProjectFilePlace,
): Promise<WrittenOverride> {
  const file = Uri.file(path);
  const document = exists ? await workspace.openTextDocument(file) : null;
  const before = document?.getText() ?? '';
  const name = relative(dirname(path), table.fsPath).split(sep).join('/');
  const { text, decidedBy } = changeOverride(before, { path: name, part, value });
  const isNew = document === null;
  if (text === before || (isNew && value === null)) return { file, decidedBy };
  // What a person has typed there and not saved is theirs to throw away.
  const isRemoved = !isNew && !document.isDirty && value === null && saysNothing(text);
  if (isRemoved) await removeFile(file);
  else await replaceText(file, isNew, before, text);
  return { file, decidedBy };
}

async function removeFile(file: Uri): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.deleteFile(file, { ignoreIfNotExists: true });
  if (!(await workspace.applyEdit(edit))) throw new Error(unwritable(file.fsPath));
}

async function replaceText(file: Uri, isNew: boolean, before: string, after: string): Promise<void> {
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
