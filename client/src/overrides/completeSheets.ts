import { posix } from 'node:path';
import { CompletionItem, CompletionItemKind, FileType, languages, Range, Uri, workspace } from 'vscode';
import { projectFileName } from '#shared/overrides.ts';
import { hasExtension, tableExtensions } from '#shared/tableFiles.ts';
import type { Context } from '../context.ts';
import { sheetValueAt } from './sheetValueAt.ts';

/** Completes `sampleSheet` in a `.amprenta.json` with the tables beside it and beside those the entry is about. */
export function completeSheets(context: Context): void {
  const selector = ['json', 'jsonc'].map((language) => ({ language, pattern: `**/${projectFileName}` }));
  const provider = languages.registerCompletionItemProvider(
    selector,
    {
      async provideCompletionItems(document, position) {
        const value = sheetValueAt(document.getText(), document.offsetAt(position));
        if (value === null) return [];
        const range = new Range(document.positionAt(value.start), document.positionAt(value.end));
        const names = await tablesBeside(Uri.joinPath(document.uri, '..'), value.tables);
        return names.filter((name) => name !== value.tables).map((name) => makeItem(JSON.stringify(name), range));
      },
    },
    '"',
    '/',
  );
  context.own(provider);
}

function makeItem(text: string, range: Range): CompletionItem {
  const item = new CompletionItem(text, CompletionItemKind.File);
  item.range = range;
  item.filterText = text;
  return item;
}

/** The files that may be tables in a folder, and in the folder below it that a path or glob begins with; sorted. */
async function tablesBeside(folder: Uri, tables: string): Promise<string[]> {
  const plain = tables.slice(0, /[*?[\]{}()!|+@\\]|$/.exec(tables)?.index);
  const below = posix.dirname(`${plain}x`);
  const places = below === '.' || below.startsWith('..') ? ['.'] : [below, '.'];
  const names = await Promise.all(places.map((place) => listTables(Uri.joinPath(folder, place), place)));
  return names.flat();
}

async function listTables(folder: Uri, place: string): Promise<string[]> {
  try {
    return (await workspace.fs.readDirectory(folder))
      .filter(([name, type]) => (type & FileType.File) !== 0 && hasExtension(name, tableExtensions))
      .map(([name]) => posix.join(place, name))
      .sort();
  } catch {
    // An entry may be about tables that are not there yet.
    return [];
  }
}
