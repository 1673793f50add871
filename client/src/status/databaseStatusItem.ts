import { StatusBarAlignment, window } from 'vscode';
import type { DatabaseStatus } from '#shared/protocol.ts';
import type { Context } from '../context.ts';
import { datasetsView } from '../manifest/commandTable.ts';
import { count } from '../words.ts';

/** One item in the status bar: which database, and how many datasets; shown once the database was asked for. */
export function showDatabaseStatus(context: Context): void {
  const item = window.createStatusBarItem('amprenta.database', StatusBarAlignment.Left, 0);
  item.name = 'Amprenta Omics database';
  item.command = `${datasetsView}.focus`;
  const show = ({ state, name, datasets, message }: DatabaseStatus): void => {
    const isReady = state === 'ready';
    item.text = isReady ? `$(database) ${count(datasets, 'dataset')}` : '$(warning) Database out of reach';
    item.tooltip = `Amprenta Omics: ${name}${isReady ? '' : `. ${message ?? ''}`}`;
    item.show();
  };
  context.own(item, context.datasets.onAnswer(show));
}
