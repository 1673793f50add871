import { StatusBarAlignment, window } from 'vscode';
import type { DatabaseStatus } from '#shared/protocol/server.ts';
import type { Context } from '../context.ts';
import { datasetsView } from '../manifest/commandTable.ts';
import { count } from '../words.ts';

/**
 * One item in the status bar: which database, how many datasets, and whether something is being stored; shown once the
 * database was asked for.
 */
export function showDatabaseStatus(context: Context): void {
  const item = window.createStatusBarItem('amprenta.database', StatusBarAlignment.Left, 0);
  item.name = 'Amprenta Omics database';
  item.command = `${datasetsView}.focus`;
  let last: DatabaseStatus | null = null;
  let isBusy = false;
  const show = (): void => {
    if (last === null) return;
    const { state, name, datasets, message } = last;
    const isReady = state === 'ready';
    const icon = isBusy ? '$(loading~spin)' : '$(database)';
    item.text = isReady ? `${icon} ${count(datasets, 'dataset')}` : '$(warning) Database out of reach';
    item.tooltip = `Amprenta Omics: ${name}${isReady ? '' : `. ${message ?? ''}`}${isBusy ? ', a table is being ingested' : ''}`;
    item.show();
  };
  const answered = (status: DatabaseStatus): void => {
    last = status;
    show();
  };
  context.own(
    item,
    context.datasets.onAnswer(answered),
    context.ingesting.onChange((running) => {
      isBusy = running;
      show();
    }),
  );
}
