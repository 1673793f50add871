import { dirname } from 'node:path';
import { Uri, window, workspace } from 'vscode';
import { diagnostics } from '#shared/diagnostics.ts';
import { projectFileName } from '#shared/overrides.ts';
import { type TurnOffParams, turnOffScopes } from '#shared/protocol/turnOff.ts';
import { choosePlace, mayHide } from '../overrides/choosePlace.ts';
import { writeTurnedOff } from '../overrides/writeTurnedOff.ts';
import { fileName } from '../words.ts';
import type { CommandFactory } from './command.ts';

/** Turns a code off for a table or its folder, as the action at a finding asks. */
export const turnOffCode: CommandFactory =
  ({ context }) =>
  async (given) => {
    if (!isParams(given)) return;
    const { code, scope } = given;
    const table = Uri.parse(given.uri, true);
    const place = await choosePlace(table, context.folder);
    if (place === null || !(await mayHide(place))) return;
    const file = await writeTurnedOff(table, code, scope, place);
    const where =
      scope === 'file' ? fileName(table.path) : `the tables in ${workspace.asRelativePath(dirname(table.fsPath))}`;
    // Not waited for: the code is off, and the message stays until it is answered.
    void tell(`${code} is off for ${where}.`, file);
  };

function isParams(given: unknown): given is TurnOffParams {
  if (typeof given !== 'object' || given === null) return false;
  const { uri, code, scope }: Partial<Record<keyof TurnOffParams, unknown>> = given;
  return (
    typeof uri === 'string' &&
    typeof code === 'string' &&
    Object.hasOwn(diagnostics, code) &&
    turnOffScopes.some((one) => one === scope)
  );
}

async function tell(message: string, file: Uri): Promise<void> {
  const open = `Open ${projectFileName}`;
  if ((await window.showInformationMessage(message, open)) === open) await window.showTextDocument(file);
}
