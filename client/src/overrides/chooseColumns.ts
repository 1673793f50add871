import { type QuickInputButton, type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { ColumnOverride } from '#shared/overrides.ts';
import type { TableDetails } from '#shared/protocol/tables.ts';
import type { PartQuestion } from './chooseValue.ts';

const roleOf = { rowKey: 'key', sampleColumns: 'measured' } as const satisfies Record<ColumnOverride, string>;
const roleWords = { key: 'row key', measured: 'measured', other: '' } as const;

/** Lets a person tick columns by their names; null takes back what was said, undefined leaves all as it is. */
export function chooseColumns(
  part: ColumnOverride,
  { columns }: TableDetails,
  { title, placeholder, mayTakeBack }: PartQuestion,
): Promise<readonly string[] | null | undefined> {
  const back: QuickInputButton = { iconPath: new ThemeIcon('discard'), tooltip: 'As the table says' };
  const pick = window.createQuickPick<QuickPickItem>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.buttons = mayTakeBack ? [back] : [];
  const named = columns.filter(({ name }) => name.trim() !== '');
  const items = named.map(({ name, role }) => ({ label: name, description: roleWords[role], role }));
  pick.items = items;
  pick.selectedItems = items.filter(({ role }) => role === roleOf[part]);
  const { promise, resolve } = Promise.withResolvers<readonly string[] | null | undefined>();
  pick.onDidAccept(() => {
    if (pick.selectedItems.length === 0) {
      pick.title = `${title}: tick at least one column`;
      return;
    }
    const ticked = new Set(pick.selectedItems);
    resolve(items.filter((item) => ticked.has(item)).map(({ label }) => label));
    pick.hide();
  });
  pick.onDidTriggerButton(() => {
    resolve(null);
    pick.hide();
  });
  pick.onDidHide(() => {
    resolve(undefined);
    pick.dispose();
  });
  pick.show();
  return promise;
}
