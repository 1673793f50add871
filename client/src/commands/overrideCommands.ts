import { type QuickPickItem, window } from 'vscode';
import type { OverrideName } from '#shared/overrides.ts';
import { judgeFile } from '../ingest/judgeFiles.ts';
import { saveChanges } from '../ingest/preconditions.ts';
import { chooseOverride } from '../overrides/chooseOverride.ts';
import { partNames } from '../overrides/possibilities.ts';
import { activeTable } from '../status/activeTable.ts';
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
    if (part === null || !(await saveChanges([table]))) return;
    const details = await judgeFile(context, table);
    if (details === null || !(await chooseOverride(context, table, part, details))) return;
    await judgeFile(context, table);
  };

const isPart = (given: unknown): given is OverrideName => typeof given === 'string' && Object.hasOwn(partNames, given);

async function choosePart(): Promise<OverrideName | null> {
  const items = (Object.keys(partNames) as OverrideName[]).map((part): PartItem => ({ part, label: partNames[part] }));
  const chosen = await window.showQuickPick(items, { title: 'Change how this table is read' });
  return chosen?.part ?? null;
}
