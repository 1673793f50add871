/** The language server: a process of its own, which speaks by IPC or stdio, as the client's arguments say. */
import { combineFeatures, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { failureOf } from './lsp/answer.ts';
import { serve } from './lsp/languageServer.ts';
import { recordConsole, startRecentLog } from './lsp/recentLog.ts';

const recent = startRecentLog();
const connection = createConnection(
  combineFeatures(ProposedFeatures.all, { __brand: 'features', console: recordConsole(recent) }),
);
// A failure that nobody waits for (a connection of the pool that breaks, say) must not take the open documents along.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (thrown: unknown) => connection.console.error(failureOf(thrown).message));
}
serve(connection, recent);
