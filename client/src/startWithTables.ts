import { type TextDocument, workspace } from 'vscode';
import type { Context } from './context.ts';
import { mayBeTable } from './documentSelector.ts';

/** Starts the server when the first table is open, so that other plain text costs no process. */
export function startWithTables(context: Context): void {
  const look = (document: TextDocument): void => {
    if (context.server.wasStarted || !mayBeTable(document)) return;
    context.server.start().catch((thrown) => context.log.error(String(thrown)));
  };
  workspace.textDocuments.forEach(look);
  context.own(workspace.onDidOpenTextDocument(look));
}
