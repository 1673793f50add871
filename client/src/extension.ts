import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands/registerCommands.ts';
import { Context } from './context.ts';
import { decorateTables } from './decorations/tableDecorations.ts';
import { serveDocumentation } from './diagnosticPages/documentationFiles.ts';
import { followConfiguration } from './followConfiguration.ts';
import { serveOriginals } from './originals/originalFiles.ts';
import { completeSheets } from './overrides/completeSheets.ts';
import { followProjectFiles } from './overrides/followProjectFiles.ts';
import { tellSecrets } from './secrets/tellSecrets.ts';
import { startWithTables } from './startWithTables.ts';
import { showDatabaseStatus } from './status/databaseStatusItem.ts';
import { showLargeTable } from './status/largeTableItem.ts';
import { showTableStatus } from './status/tableStatusItems.ts';
import { showDatasets } from './views/datasets/datasetsView.ts';
import type { DatasetTree } from './views/datasets/datasetTree.ts';

let context: Context | null = null;

/** What other extensions, and the tests, get of this one. */
export interface ExtensionApi {
  /** The stored datasets as the view shows them. */
  readonly datasetTree: DatasetTree;
}

/** The editor loads the extension: everything is registered, and the server starts with the first table. */
export function activate(extension: ExtensionContext): ExtensionApi {
  context = new Context(extension);
  serveOriginals(context);
  serveDocumentation(context);
  const view = showDatasets(context);
  registerCommands(context, view);
  showDatabaseStatus(context);
  showTableStatus(context);
  showLargeTable(context);
  decorateTables(context);
  followConfiguration(context);
  followProjectFiles(context);
  completeSheets(context);
  tellSecrets(context);
  startWithTables(context);
  return { datasetTree: view.tree };
}

/** The editor lets the extension go; it waits for the server to end. */
export async function deactivate(): Promise<void> {
  await context?.end();
  context = null;
}
