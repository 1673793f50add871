import { type LanguageStatusItem, LanguageStatusSeverity, languages, type Uri, window, workspace } from 'vscode';
import type { OverrideName } from '#shared/overrides.ts';
import type { TableStatus } from '#shared/protocol.ts';
import type { Context } from '../context.ts';
import { documentSelector } from '../documentSelector.ts';
import { delimiterNames, partNames } from '../overrides/possibilities.ts';
import { count, describeCounts, inWords } from '../words.ts';
import { activeTable } from './activeTable.ts';

/** What one item shows of a table that was judged. */
interface Shown {
  readonly text: string;
  readonly detail: string;
}

type ShownPart = Extract<OverrideName, 'layout' | 'omicsType' | 'delimiter' | 'encoding'>;

const parts = {
  layout: (status) => ({ text: inWords(status.profile), detail: describeStatus(status) }),
  omicsType: ({ omicsType }) => ({ text: omicsType ?? 'Omics type not known', detail: '' }),
  delimiter: ({ delimiter }) => ({
    text: delimiter === null ? 'No delimiter' : `Separated by ${delimiterNames[delimiter]}`,
    detail: '',
  }),
  encoding: ({ encoding }) => ({ text: encoding, detail: '' }),
} as const satisfies Record<ShownPart, (status: TableStatus) => Shown>;

/** Files above this never reach an extension. Source: the editor's limit for the synchronisation of text models. */
const syncedUpToBytes = 50 * 1024 * 1024;

/** Shows beside the language what the active table was recognised as; each part is changed from there. */
export function showTableStatus(context: Context): void {
  const items = (Object.keys(parts) as ShownPart[]).map((part) => ({ part, item: makeItem(part) }));
  const show = async (): Promise<void> => {
    const active = activeTable();
    const status = active && context.tables.get(active);
    const isLarge = active !== undefined && status === undefined && (await isOverLimit(active));
    // While the size was asked for, another editor may have become the active one.
    if (activeTable()?.toString() !== active?.toString()) return;
    for (const { part, item } of items) showPart(item, part, status, isLarge);
  };
  const showNow = (): void => void show();
  showNow();
  context.own(
    ...items.map(({ item }) => item),
    context.tables.onChange(showNow),
    window.onDidChangeActiveTextEditor(showNow),
    window.tabGroups.onDidChangeTabs(showNow),
  );
}

function makeItem(part: ShownPart): LanguageStatusItem {
  const item = languages.createLanguageStatusItem(`amprenta.${part}`, [...documentSelector]);
  item.name = `Omics table: ${partNames[part]}`;
  item.command = {
    title: 'Change',
    command: 'amprenta.changeReading',
    arguments: [part],
    tooltip: `Choose the ${partNames[part].toLowerCase()} of this table; it is kept in .amprenta.json`,
  };
  return item;
}

function showPart(item: LanguageStatusItem, part: ShownPart, status: TableStatus | undefined, isLarge: boolean): void {
  const { text, detail } = status === undefined ? describeUnjudged(part, isLarge) : describePart(part, status);
  item.text = text;
  item.detail = detail;
  item.severity = part === 'layout' && status !== undefined ? severityOf(status) : LanguageStatusSeverity.Information;
  item.accessibilityInformation = { label: `${partNames[part]} of the omics table: ${text}. ${detail}` };
}

function describeUnjudged(part: ShownPart, isLarge: boolean): Shown {
  if (!isLarge) return { text: `${partNames[part]} not known yet`, detail: '' };
  return part === 'layout'
    ? {
        text: 'Over 50 MB: use "Validate this file"',
        detail: 'the editor gives no extension the text of so large a file',
      }
    : { text: `${partNames[part]} not known yet`, detail: 'over 50 MB' };
}

function describePart(part: ShownPart, status: TableStatus): Shown {
  const { text, detail } = parts[part](status);
  const said = status.overridden.includes(part) ? ['set by you'] : [];
  return { text, detail: [...(detail === '' ? [] : [detail]), ...said].join(', ') };
}

function severityOf({ blocking, overrideProblem }: TableStatus): LanguageStatusSeverity {
  if (blocking > 0) return LanguageStatusSeverity.Error;
  return overrideProblem === null ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
}

function describeStatus({ omicsType, features, samples, counts, overrideProblem }: TableStatus): string {
  return [
    ...(overrideProblem === null ? [] : [overrideProblem]),
    omicsType ?? 'no omics type',
    count(features, 'feature'),
    count(samples, 'sample'),
    describeCounts(counts),
  ].join(', ');
}

async function isOverLimit(file: Uri): Promise<boolean> {
  if (file.scheme !== 'file') return false;
  try {
    return (await workspace.fs.stat(file)).size > syncedUpToBytes;
  } catch {
    return false;
  }
}
