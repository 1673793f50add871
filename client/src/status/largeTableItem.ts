import { StatusBarAlignment, type Uri, window, workspace } from 'vscode';
import type { TableStatus } from '#shared/protocol/tables.ts';
import { hasExtension, tableExtensions } from '#shared/tableFiles.ts';
import type { Context } from '../context.ts';
import { describeCounts, inWords } from '../words.ts';
import { activeTable } from './activeTable.ts';

/** Files above this never reach an extension. Source: the editor's limit for the synchronisation of text models. */
const syncedUpToBytes = 50 * 1024 * 1024;

/**
 * Says in the status bar why a table over that limit is not judged, and judges it on a click. The editor shows no
 * language status items for such a file.
 */
export function showLargeTable(context: Context): void {
  const item = window.createStatusBarItem('amprenta.largeTable', StatusBarAlignment.Right, 100);
  item.name = 'Omics table over 50 MB';
  const show = async (): Promise<void> => {
    const active = activeTable();
    const isLarge = active !== undefined && (await isOverLimit(active));
    // While the size was asked for, another editor may have become the active one.
    if (activeTable()?.toString() !== active?.toString()) return;
    if (!isLarge) return item.hide();
    const { text, tooltip } = describe(context.tables.get(active));
    item.text = text;
    item.tooltip = tooltip;
    item.command = { title: 'Validate this file', command: 'amprenta.validateFile', arguments: [active] };
    item.show();
  };
  const showNow = (): void => void show();
  showNow();
  context.own(
    item,
    context.tables.onChange(showNow),
    window.onDidChangeActiveTextEditor(showNow),
    window.tabGroups.onDidChangeTabs(showNow),
  );
}

function describe(status: TableStatus | undefined): { readonly text: string; readonly tooltip: string } {
  const why = 'The editor hands no extension the text of a file over 50 MB, so it is not judged while you type.';
  if (status === undefined) {
    return { text: '$(checklist) Over 50 MB: validate', tooltip: `${why} Choose to read it from disk.` };
  }
  const { profile, counts } = status;
  return {
    text: `$(checklist) ${inWords(profile)}, ${describeCounts(counts)}`,
    tooltip: `${why} This is how it was when it was last read from disk; choose to read it again.`,
  };
}

async function isOverLimit(file: Uri): Promise<boolean> {
  if (file.scheme !== 'file' || !hasExtension(file.path, tableExtensions)) return false;
  try {
    return (await workspace.fs.stat(file)).size > syncedUpToBytes;
  } catch {
    return false;
  }
}
