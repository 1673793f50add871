import { Uri } from 'vscode';
import type { TableDetails } from '#shared/protocol/tables.ts';
import type { Context } from '../context.ts';
import { judgeFiles } from './judgeFiles.ts';
import { hasChanges, saveChanges } from './preconditions.ts';

/**
 * Judges files that are to be ingested, with their sample sheets saved: those are read from disk, too. Null where a person
 * cancelled it, or keeps a sheet unsaved.
 * @throws as {@link judgeFiles}
 */
export async function judgeSaved(context: Context, files: readonly Uri[]): Promise<TableDetails[] | null> {
  const judged = await judgeFiles(context, files);
  const unsaved = judged?.flatMap(sheetOf).filter(hasChanges) ?? [];
  if (unsaved.length === 0) return judged;
  return (await saveChanges(unsaved)) ? judgeFiles(context, files) : null;
}

function sheetOf({ uri, sheet }: TableDetails): Uri[] {
  return sheet?.state === 'used' ? [Uri.joinPath(Uri.parse(uri, true), '..', sheet.path)] : [];
}
