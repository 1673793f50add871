import { type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import type { TableStatus } from '#shared/protocol.ts';
import type { Context } from '../context.ts';
import { documentSelector } from '../documentSelector.ts';
import { count, describeCounts, inWords } from '../words.ts';

const delimiterNames = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'pipe' } as const;

/** Shows beside the language what the active table was recognised as, and how it is written. */
export function showTableStatus(context: Context): void {
  const layout = languages.createLanguageStatusItem('amprenta.layout', [...documentSelector]);
  layout.name = 'Omics table layout';
  const encoding = languages.createLanguageStatusItem('amprenta.encoding', [...documentSelector]);
  encoding.name = 'Omics table encoding';
  const show = (): void => {
    const active = window.activeTextEditor?.document.uri;
    const status = active && context.tables.get(active);
    showLayout(layout, status);
    showEncoding(encoding, status);
  };
  show();
  context.own(layout, encoding, context.tables.onChange(show), window.onDidChangeActiveTextEditor(show));
}

function showLayout(item: LanguageStatusItem, status: TableStatus | undefined): void {
  item.text = status === undefined ? 'Not judged yet' : inWords(status.profile);
  item.detail = status === undefined ? '' : describeTable(status);
  item.severity =
    status !== undefined && status.blocking > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  item.accessibilityInformation = { label: `Omics table: ${item.text}. ${item.detail}` };
}

function describeTable({ omicsType, features, samples, counts }: TableStatus): string {
  return [
    omicsType ?? 'no omics type',
    count(features, 'feature'),
    count(samples, 'sample'),
    describeCounts(counts),
  ].join(', ');
}

function showEncoding(item: LanguageStatusItem, status: TableStatus | undefined): void {
  item.text = status?.encoding ?? 'Encoding not known yet';
  const delimiter = status?.delimiter ?? null;
  item.detail = delimiter === null ? '' : `separated by ${delimiterNames[delimiter]}`;
}
