import { dirname } from 'node:path';
import { type Uri, window, workspace } from 'vscode';
import {
  type ColumnOverride,
  columnOverrides,
  type OverrideName,
  type TokenOverride,
  tokenOverrides,
} from '#shared/overrides.ts';
import type { TableDetails } from '#shared/protocol/tables.ts';
import type { Context } from '../context.ts';
import { fileName } from '../words.ts';
import { chooseColumns } from './chooseColumns.ts';
import { choosePlace, mayHide } from './choosePlace.ts';
import { chooseSheet } from './chooseSheet.ts';
import { chooseTokens } from './chooseTokens.ts';
import { chooseValue, type PartQuestion } from './chooseValue.ts';
import { listPossibilities, partNames } from './possibilities.ts';
import { unwritable } from './projectFilePlace.ts';
import type { OverrideValue } from './projectFileText.ts';
import { writeOverride } from './writeOverride.ts';

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
  if (!isThereChoice(part, details)) {
    // Not waited for: the question that led here comes back.
    const lacking = part === 'sampleSheet' ? 'samples' : partNames[part].toLowerCase();
    void window.showInformationMessage(`${fileName(table.path)} names no ${lacking}.`);
    return false;
  }
  const place = await choosePlace(table, folder);
  if (place === null) return false;
  const question = {
    title: `${partNames[part]} of ${fileName(table.path)}`,
    placeholder: `What you choose is kept in ${workspace.asRelativePath(place.path)}, and wins over what the table says`,
    // Where the overrides are not followed, none of them counts, and each may be what has to be taken back.
    mayTakeBack: details.overridden.includes(part) || details.overrideProblem !== null,
  };
  const value = await choosePart(part, details, question, dirname(place.path));
  if (value === undefined) return false;
  if (value === null && place.hides !== null) throw new Error(unwritable(place.hides));
  if (!(await mayHide(place))) return false;
  const { file, decidedBy } = await writeOverride(table, part, value, place);
  if (value === null && decidedBy !== null) {
    // Not waited for: the choice is made, and the message stays until it is answered.
    void tellOfGlob(file, decidedBy);
  }
  return true;
}

/** A taxon is a number in the file. */
const toStored = (part: OverrideName, chosen: string | null | undefined): OverrideValue | null | undefined =>
  part === 'taxon' && chosen ? Number(chosen) : chosen;

/** @param folder of the `.amprenta.json`, from which a sheet is named */
async function choosePart(part: OverrideName, details: TableDetails, question: PartQuestion, folder: string) {
  if (isColumnPart(part)) return chooseColumns(part, details, question);
  if (part === 'sampleSheet') return chooseSheet(details, question, folder);
  return isTokenPart(part)
    ? chooseTokens(part, details, question)
    : toStored(part, await chooseValue(part, details, question));
}

const isColumnPart = (part: OverrideName): part is ColumnOverride => columnOverrides.some((name) => name === part);

const isTokenPart = (part: OverrideName): part is TokenOverride => tokenOverrides.some((name) => name === part);

function isThereChoice(part: OverrideName, details: TableDetails): boolean {
  if (isTokenPart(part)) return true;
  if (part === 'sampleSheet') return details.samples > 0 || details.overridden.includes(part);
  return isColumnPart(part) ? details.columns.length > 0 : listPossibilities(part, details).length > 0;
}

async function tellOfGlob(file: Uri, glob: string): Promise<void> {
  const open = 'Open .amprenta.json';
  const message = `"${glob}" in .amprenta.json says it too, of this and maybe other tables. Change it there.`;
  if ((await window.showWarningMessage(message, open)) === open) await window.showTextDocument(file);
}
