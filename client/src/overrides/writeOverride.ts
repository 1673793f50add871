import { Uri, WorkspaceEdit, workspace } from 'vscode';
import type { OverrideName } from '#shared/overrides.ts';
import { type ProjectFilePlace, unwritable } from './projectFilePlace.ts';
import { changeOverride, type OverrideValue, saysNothing } from './projectFileText.ts';
import { nameFrom, replaceText } from './writeProjectFile.ts';

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
  const { text, decidedBy } = changeOverride(before, { path: nameFrom(path, table), part, value });
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
