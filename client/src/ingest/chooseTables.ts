import { type QuickInputButton, type QuickPickItem, ThemeIcon, Uri, window } from 'vscode';
import type { DatabaseStatus } from '#shared/protocol/server.ts';
import type { FolderTables } from '#shared/protocol/tables.ts';
import type { Context } from '../context.ts';
import { count, fileName } from '../words.ts';
import { reviewTable } from './confirmTable.ts';
import { describeBlocked } from './describeTable.ts';
import { judgeFile } from './judgeFiles.ts';
import type { IngestOrder } from './runIngest.ts';
import { describeOffered, isTicked, type OfferedTable, offerJudged } from './tableItem.ts';

interface TableItem extends QuickPickItem {
  /** Null for what can't be read. */
  readonly table: OfferedTable | null;
}

type Answer =
  | { readonly kind: 'accepted'; readonly ticked: ReadonlySet<string> }
  | { readonly kind: 'review'; readonly table: OfferedTable; readonly ticked: ReadonlySet<string> }
  | { readonly kind: 'nothing' };

/** Lets a person choose among several tables, and look at how each is read; none where it was given up. */
export async function chooseTables(
  context: Context,
  offered: readonly OfferedTable[],
  database: DatabaseStatus,
  others: FolderTables['others'] = [],
): Promise<IngestOrder[]> {
  const title = `Ingest ${count(offered.length, 'table')} into ${database.name}`;
  let tables = offered;
  let ticked: ReadonlySet<string> = new Set(offered.filter(isTicked).map(({ found }) => found.uri));
  for (;;) {
    const answer = await askTables(title, makeItems(tables, others), ticked);
    if (answer.kind === 'nothing') return [];
    ticked = answer.ticked;
    if (answer.kind === 'accepted') return tables.filter(({ found }) => ticked.has(found.uri)).map(makeOrder);
    const reviewed = await review(context, answer.table);
    tables = tables.map((table) => (table === answer.table ? reviewed : table));
  }
}

async function review(context: Context, table: OfferedTable): Promise<OfferedTable> {
  const details = table.details ?? (await judgeFile(context, Uri.parse(table.found.uri, true)));
  if (details === null) return table;
  return offerJudged(await reviewTable(context, details), table.found.stored, table.path);
}

/** A table of which is known that findings stand in the way was ticked as "its sound rows only". */
const makeOrder = ({ found, details }: OfferedTable): IngestOrder => ({
  file: Uri.parse(found.uri, true),
  allowErrors: (details?.blocking ?? 0) > 0,
});

const reviewButton: QuickInputButton = {
  iconPath: new ThemeIcon('gear'),
  tooltip: 'See and change how it is read',
};

function makeItems(tables: readonly OfferedTable[], others: FolderTables['others']): TableItem[] {
  const items: TableItem[] = tables.map((table) => ({
    table,
    label: table.path,
    description: describeOffered(table),
    ...(table.details !== null && table.details.blocking > 0 && { detail: describeBlocked(table.details) }),
    buttons: [reviewButton],
  }));
  return [...items, ...others.map(makeOtherItem)];
}

/** The message names the whole path, which would leave no room for what it says. */
function makeOtherItem({ uri, message }: FolderTables['others'][number]): TableItem {
  const file = Uri.parse(uri, true);
  const name = fileName(file.path);
  return {
    table: null,
    label: `$(circle-slash) ${name}`,
    description: "can't be read, and stays out",
    detail: message.replaceAll(file.fsPath, name),
  };
}

function askTables(title: string, items: readonly TableItem[], ticked: ReadonlySet<string>): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const pick = window.createQuickPick<TableItem>();
  pick.title = title;
  pick.placeholder = 'Enter ingests the ticked ones';
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ table }) => table !== null && ticked.has(table.found.uri));
  const tickedNow = (): ReadonlySet<string> =>
    new Set(pick.selectedItems.flatMap(({ table }) => (table === null ? [] : [table.found.uri])));
  pick.onDidChangeSelection((selected) => {
    const tables = selected.filter(({ table }) => table !== null);
    if (tables.length < selected.length) pick.selectedItems = tables;
  });
  pick.onDidAccept(() => {
    resolve({ kind: 'accepted', ticked: tickedNow() });
    pick.hide();
  });
  pick.onDidTriggerItemButton(({ item: { table } }) => {
    if (table === null) return;
    resolve({ kind: 'review', table, ticked: tickedNow() });
    pick.hide();
  });
  pick.onDidHide(() => {
    resolve({ kind: 'nothing' });
    pick.dispose();
  });
  pick.show();
  return promise;
}
