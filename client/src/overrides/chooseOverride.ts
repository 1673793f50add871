import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { OverrideName } from '#shared/overrides.ts';
import type { TableDetails } from '#shared/protocol.ts';
import type { Context } from '../context.ts';
import { fileName } from '../words.ts';
import { choosePlace, mayHide } from './choosePlace.ts';
import { listPossibilities, partNames, presentValue } from './possibilities.ts';
import { unwritable } from './projectFilePlace.ts';
import { writeOverride } from './writeOverride.ts';

interface Choice extends QuickPickItem {
  readonly value: string | null;
}

/**
 * Lets a person say how a part of a table is read, and keeps it in `.amprenta.json`; false where nothing was changed.
 * @throws Error where that file can't be changed
 */
export async function chooseOverride(
  { folder }: Context,
  table: Uri,
  part: OverrideName,
  details: TableDetails,
): Promise<boolean> {
  const choices = makeChoices(part, details);
  if (choices.length === 0) {
    // Not waited for: the question that led here comes back.
    void window.showInformationMessage(`${fileName(table.path)} names no ${partNames[part].toLowerCase()}.`);
    return false;
  }
  const place = await choosePlace(table, folder);
  if (place === null) return false;
  const chosen = await window.showQuickPick(choices, {
    title: `${partNames[part]} of ${fileName(table.path)}`,
    placeHolder: `What you choose is kept in ${workspace.asRelativePath(place.path)}, and wins over what the table says`,
    matchOnDetail: true,
  });
  if (chosen === undefined) return false;
  if (chosen.value === null && place.hides !== null) throw new Error(unwritable(place.hides));
  if (!(await mayHide(place))) return false;
  const { file, decidedBy } = await writeOverride(table, part, chosen.value, place);
  if (chosen.value === null && decidedBy !== null) {
    // Not waited for: the choice is made, and the message stays until it is answered.
    void tellOfGlob(file, decidedBy);
  }
  return true;
}

function makeChoices(part: OverrideName, details: TableDetails): Choice[] {
  const present = presentValue(part, details);
  const choices = listPossibilities(part, details).map(({ value, label, description, detail }) => ({
    value,
    label: value === present ? `$(check) ${label}` : label,
    description,
    detail,
  }));
  // Where the overrides are not followed, none of them counts, and each may be what has to be taken back.
  if (!details.overridden.includes(part) && details.overrideProblem === null) return choices;
  const back = { value: null, label: '$(discard) As the table says', description: 'takes back what you said' };
  return [...choices, back];
}

async function tellOfGlob(file: Uri, glob: string): Promise<void> {
  const open = 'Open .amprenta.json';
  const message = `"${glob}" in .amprenta.json says it too, of this and maybe other tables. Change it there.`;
  if ((await window.showWarningMessage(message, open)) === open) await window.showTextDocument(file);
}
