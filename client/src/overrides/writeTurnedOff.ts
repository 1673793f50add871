import { Uri, workspace } from 'vscode';
import type { DiagnosticCode } from '#shared/diagnostics.ts';
import type { TurnOffScope } from '#shared/protocol/turnOff.ts';
import type { ProjectFilePlace } from './projectFilePlace.ts';
import { turnOffIn } from './turnOffText.ts';
import { nameFrom, replaceText } from './writeProjectFile.ts';

/**
 * Writes into a `.amprenta.json` that a code is off, as an edit that can be undone, and saves it.
 * @param table in which the code was found
 * @throws Error where that file is no JSON, or can't be changed or saved
 */
export async function writeTurnedOff(
  table: Uri,
  code: DiagnosticCode,
  scope: TurnOffScope,
  { path, exists }: ProjectFilePlace,
): Promise<Uri> {
  const file = Uri.file(path);
  const before = exists ? (await workspace.openTextDocument(file)).getText() : '';
  const text = turnOffIn(before, { path: nameFrom(path, table), code, scope });
  if (text !== before) await replaceText(file, !exists, before, text);
  return file;
}
