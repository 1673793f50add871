import { EventEmitter, FileDecoration, type Uri, window, workspace } from 'vscode';
import { datasetsChanged } from '#shared/protocol/datasets.ts';
import type { StoredState } from '#shared/protocol/tables.ts';
import { hasExtension, tableExtensions } from '#shared/tableFiles.ts';
import type { Context } from '../context.ts';
import { StoredStates } from './storedStates.ts';

/** Marks table files in the explorer that are stored, and those that changed since. */
export function decorateTables(context: Context): void {
  const states = new StoredStates(context.server);
  const changed = new EventEmitter<Uri | Uri[] | undefined>();
  const all = (): void => changed.fire(undefined);
  const one = (uri: Uri): void => changed.fire(uri);
  const watcher = workspace.createFileSystemWatcher(`**/*.{${tableExtensions.join(',')}}`);
  const provideFileDecoration = async (uri: Uri): Promise<FileDecoration | undefined> => {
    if (!isTable(uri)) return undefined;
    const state = await states.ask(uri.toString());
    return state === null ? undefined : decorate(state);
  };
  context.own(
    changed,
    watcher,
    watcher.onDidChange(one),
    watcher.onDidCreate(one),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (isTable(uri)) one(uri);
    }),
    context.server.listen(datasetsChanged, all),
    // Before the database was asked for the first time, nothing was known.
    context.datasets.onAnswer(all),
    window.registerFileDecorationProvider({ onDidChangeFileDecorations: changed.event, provideFileDecoration }),
  );
}

function decorate({ state, name, revision }: StoredState): FileDecoration {
  const told = `${name}, revision ${revision}`;
  return state === 'stored'
    ? new FileDecoration('✓', `Stored as ${told}`)
    : new FileDecoration('↻', `Changed since it was ingested as ${told}: ingest again to store the next revision`);
}

function isTable({ scheme, path }: Uri): boolean {
  return scheme === 'file' && hasExtension(path, tableExtensions);
}
