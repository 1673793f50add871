import { type QuickPickItem, type Uri, window } from 'vscode';
import type { OverrideName } from '#shared/overrides.ts';
import type { TableDetails } from '#shared/protocol/tables.ts';
import type { Context } from '../context.ts';
import { describeSheet } from '../ingest/describeTable.ts';
import { judgeFile } from '../ingest/judgeFiles.ts';
import { saveChanges } from '../ingest/preconditions.ts';
import { chooseOverride } from '../overrides/chooseOverride.ts';
import { partNames } from '../overrides/possibilities.ts';
import { activeTable } from '../status/activeTable.ts';
import { fileName } from '../words.ts';
import { chosenFiles } from './chosenFiles.ts';
import type { CommandFactory } from './command.ts';

interface PartItem extends QuickPickItem {
  readonly part: OverrideName;
}

/** Lets a person say how the active table is read; the part is given, or chosen first. */
export const changeReading: CommandFactory =
  ({ context }) =>
  async (given) => {
    const table = activeTable();
    if (table?.scheme !== 'file') {
      return void (await window.showInformationMessage('Open a table file first; what you say is kept beside it.'));
    }
    const part = isPart(given) ? given : await choosePart();
    if (part !== null) await change(context, table, part);
  };

/** Lets a person choose the sample sheet of the chosen tables, one after the other. */
export const chooseSampleSheet: CommandFactory =
  ({ context }) =>
  async (...given) => {
    const tables = chosenFiles(given);
    if (tables.length === 0) return void (await window.showInformationMessage('Open or select a table file first.'));
    for (const table of tables) {
      const details = await change(context, table, 'sampleSheet');
      const told = details && `${fileName(table.path)}: sample sheet ${describeSheet(details)}.`;
      // Not waited for: the choice is made, and the message stays until it is answered.
      if (told !== null) void window.showInformationMessage(told);
    }
  };

/** The table as it is read after the change; null where nothing was changed. */
async function change(context: Context, table: Uri, part: OverrideName): Promise<TableDetails | null> {
  if (!(await saveChanges([table]))) return null;
  const details = await judgeFile(context, table);
  const isChanged = details !== null && (await chooseOverride(context, table, part, details));
  return isChanged ? judgeFile(context, table) : null;
}

const isPart = (given: unknown): given is OverrideName => typeof given === 'string' && Object.hasOwn(partNames, given);

async function choosePart(): Promise<OverrideName | null> {
  const items = (Object.keys(partNames) as OverrideName[]).map((part): PartItem => ({ part, label: partNames[part] }));
  const chosen = await window.showQuickPick(items, { title: 'Change how this table is read' });
  return chosen?.part ?? null;
}
