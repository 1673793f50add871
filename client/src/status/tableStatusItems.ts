import { type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import type { OverrideName } from '#shared/overrides.ts';
import type { TableStatus } from '#shared/protocol/tables.ts';
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

/** Shows beside the language what the active table was recognised as; each part is changed from there. */
export function showTableStatus(context: Context): void {
  const items = (Object.keys(parts) as ShownPart[]).map((part) => ({ part, item: makeItem(part) }));
  const show = (): void => {
    const active = activeTable();
    const status = active && context.tables.get(active);
    for (const { part, item } of items) showPart(item, part, status);
  };
  show();
  context.own(
    ...items.map(({ item }) => item),
    context.tables.onChange(show),
    window.onDidChangeActiveTextEditor(show),
    window.tabGroups.onDidChangeTabs(show),
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

function showPart(item: LanguageStatusItem, part: ShownPart, status: TableStatus | undefined): void {
  const { text, detail } =
    status === undefined ? { text: `${partNames[part]} not known yet`, detail: '' } : describePart(part, status);
  item.text = text;
  item.detail = detail;
  item.severity = part === 'layout' && status !== undefined ? severityOf(status) : LanguageStatusSeverity.Information;
  item.accessibilityInformation = { label: `${partNames[part]} of the omics table: ${text}. ${detail}` };
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
