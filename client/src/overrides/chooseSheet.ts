import { dirname, join, relative, sep } from 'node:path';
import { Uri, window } from 'vscode';
import type { TableDetails } from '#shared/protocol/tables.ts';
import { tableExtensions } from '#shared/tableFiles.ts';
import type { PartQuestion } from './chooseValue.ts';
import { listSheetChoices } from './sheetChoices.ts';

/**
 * Lets a person choose a table's sample sheet among those beside it, or any file; false stands for none, null takes back
 * what was said, undefined leaves all as it is.
 * @param folder of the `.amprenta.json`, from which the sheet is named
 */
export async function chooseSheet(
  details: TableDetails,
  { title, placeholder, mayTakeBack }: PartQuestion,
  folder: string,
): Promise<string | false | null | undefined> {
  const tableFolder = dirname(Uri.parse(details.uri, true).fsPath);
  const chosen = await window.showQuickPick(listSheetChoices(details, mayTakeBack), {
    title,
    placeHolder: placeholder,
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return undefined;
  const { chooses } = chosen;
  switch (chooses.kind) {
    case 'beside':
      return fromFolder(folder, join(tableFolder, chooses.name));
    case 'browse':
      return browse(folder, tableFolder, title);
    case 'none':
      return false;
    case 'takeBack':
      return null;
    default:
      return chooses satisfies never;
  }
}

async function browse(folder: string, tableFolder: string, title: string): Promise<string | undefined> {
  const files = await window.showOpenDialog({
    title,
    openLabel: 'Use as sample sheet',
    defaultUri: Uri.file(tableFolder),
    filters: { Tables: [...tableExtensions], 'All files': ['*'] },
  });
  return files?.[0] && fromFolder(folder, files[0].fsPath);
}

/** With forward slashes, as `.amprenta.json` names files. */
const fromFolder = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');
