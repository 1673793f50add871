import { commands, type Uri, window, workspace } from 'vscode';
import type { CommandId } from '../manifest/commandTable.ts';
import { fileName } from '../words.ts';
import { isIn, type ProjectFilePlace, placeOfOverrides } from './projectFilePlace.ts';

const openSample: CommandId = 'amprenta.openSample';

/**
 * Where what is said of a table is kept; null, and a person is told what to do instead, where nothing can be kept.
 * @param extensionFolder where the extension is installed, which an update replaces
 * @throws Error where the file beside the table can't be changed
 */
export async function choosePlace(table: Uri, extensionFolder: Uri): Promise<ProjectFilePlace | null> {
  if (!isIn(table.fsPath, extensionFolder.fsPath)) {
    return placeOfOverrides(table.fsPath, workspace.getWorkspaceFolder(table)?.uri.fsPath ?? null);
  }
  // Not waited for: the question that led here comes back.
  void offerCopy(table);
  return null;
}

/** Asks before a new file hides one that says more than is seen here; answers whether to go on. */
export async function mayHide({ path, hides }: ProjectFilePlace): Promise<boolean> {
  if (hides === null) return true;
  const make = 'Make a new one';
  const message = `${hides} can't be changed.`;
  const detail = `A new one, ${path}, would hide it: what it says of tables there would no longer count.`;
  return (await window.showWarningMessage(message, { modal: true, detail }, make)) === make;
}

async function offerCopy(table: Uri): Promise<void> {
  const open = 'Open a sample table…';
  const message =
    `${fileName(table.path)} comes with the extension, and an update would take away what is kept beside it. Open it ` +
    'as a copy, save that in a folder of yours, and say there how it is read.';
  if ((await window.showInformationMessage(message, open)) === open) await commands.executeCommand(openSample);
}
