import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type CompletionList, commands, languages, Uri, window, workspace } from 'vscode';
import { type EditorTest, until } from '../editorTest.ts';

/** What the editor completes where `|` stands in a text of `.amprenta.json`: labels, each with what is shown beside it. */
async function completionsIn(file: Uri, marked: string): Promise<Map<string, string>> {
  const offset = marked.indexOf('|');
  await workspace.fs.writeFile(file, Buffer.from(marked.replace('|', '')));
  const { document } = await window.showTextDocument(file);
  const list = await until('the editor completes it', async () => {
    if (document.getText() !== marked.replace('|', '')) return false;
    const position = document.positionAt(offset);
    const given = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', file, position);
    return given.items.length > 2 && given;
  });
  return new Map(
    list.items.map(({ label, documentation }) => {
      const name = typeof label === 'string' ? label : label.label;
      return [
        name.replaceAll('"', ''),
        typeof documentation === 'string' ? documentation : (documentation?.value ?? ''),
      ];
    }),
  );
}

/** The suite on what the editor knows of a `.amprenta.json`, inside the extension host. */
export const projectFileTests: readonly EditorTest[] = [
  {
    name: 'in .amprenta.json codes and levels are completed with their meaning, and an unknown code is marked',
    async run() {
      const folder = workspace.workspaceFolders?.[0];
      assert.ok(folder, 'there is a workspace folder');
      const file = Uri.file(join(folder.uri.fsPath, '.amprenta.json'));
      try {
        const codes = await completionsIn(file, '{ "rules": { "|" } }');
        assert.match(
          codes.get('outer-space') ?? '',
          /Blanks stand around the content of a cell\.\s+Usually: warning\./,
        );
        const ofEntry = await completionsIn(file, '{ "tables": { "*.csv": { "rules": { "outer-space": "|" } } } }');
        assert.match(ofEntry.get('off') ?? '', /Not shown, but where it blocks ingestion\./);
        await completionsIn(file, '{ "rules": { "outerspace": "off", "|" } }');
        await until('the unknown code is marked', () =>
          languages.getDiagnostics(file).some(({ message }) => message.includes('outerspace')),
        );
      } finally {
        await commands.executeCommand('workbench.action.closeActiveEditor');
        await workspace.fs.delete(file);
      }
    },
  },
];
