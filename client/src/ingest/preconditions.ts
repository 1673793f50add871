import { type TextDocument, type Uri, window, workspace } from 'vscode';
import type { DatabaseStatus } from '#shared/protocol/server.ts';
import type { Context } from '../context.ts';
import { UnreachableDatabase } from '../failure.ts';
import { fileName } from '../words.ts';

/** Says why nothing is ingested here. */
export async function tellOfTrust(): Promise<void> {
  await window.showWarningMessage('Nothing is ingested from a workspace that is not trusted.');
}

/** What is ingested is read from disk, so unsaved changes would be missing. Answers whether to go on. */
export async function saveChanges(files: readonly Uri[]): Promise<boolean> {
  const unsaved = unsavedOf(files);
  if (unsaved.length === 0) return true;
  const save = 'Save and go on';
  const names = unsaved.map(({ uri }) => fileName(uri.path)).join(', ');
  const verb = unsaved.length === 1 ? 'has' : 'have';
  const answer = await window.showWarningMessage(`${names} ${verb} unsaved changes.`, { modal: true }, save);
  if (answer !== save) return false;
  return (await Promise.all(unsaved.map((document) => document.save()))).every(Boolean);
}

/** Whether a file is open with changes that are not saved. */
export function hasChanges(file: Uri): boolean {
  return unsavedOf([file]).length > 0;
}

function unsavedOf(files: readonly Uri[]): TextDocument[] {
  const paths = new Set(files.map(String));
  return workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && paths.has(uri.toString()));
}

/** The database that tables go into. @throws UnreachableDatabase where it does not answer */
export async function requireDatabase({ datasets }: Context): Promise<DatabaseStatus> {
  const database = await datasets.askDatabase();
  if (database.state === 'unreachable') throw new UnreachableDatabase(database);
  return database;
}
