import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  type CodeAction,
  commands,
  type Diagnostic,
  extensions,
  languages,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type EditorTest, until } from '../editorTest.ts';
import { listedDatasets, showEveryDataset, storedDatasets } from './storedDatasets.ts';

const extensionId = 'amprenta.amprenta-omics';
const sample = 'serum_metabolites.csv';
const defectText = 'metabolite,P1,P2,P3\nalanine,1.5,2.5,3.5\nserine, 4.5,5.5,6.5\nglycine,7.5,8.5,9.5\n';

const inWorkspace = (name: string): Uri => {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'there is a workspace folder');
  return Uri.file(join(folder.uri.fsPath, name));
};

const ownDiagnostics = (uri: Uri, code: string): Diagnostic[] =>
  languages.getDiagnostics(uri).filter((one) => codeOf(one) === code);

const codeOf = ({ code }: Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

async function collectReport(): Promise<string> {
  await commands.executeCommand('amprenta.collectDiagnostics');
  return window.activeTextEditor?.document.getText() ?? '';
}

/** The suite that runs inside the extension host, in the order in which it is to run. */
export const hostTests: readonly EditorTest[] = [
  {
    name: 'opening a CSV activates the extension',
    async run() {
      await workspace.fs.writeFile(inWorkspace('defect.csv'), Buffer.from(defectText));
      await window.showTextDocument(inWorkspace('defect.csv'));
      await until('the extension is active', () => extensions.getExtension(extensionId)?.isActive);
    },
  },
  {
    name: 'blanks around a cell get a diagnostic at that cell',
    async run() {
      const [found] = await until('a diagnostic', () => {
        const all = ownDiagnostics(inWorkspace('defect.csv'), 'outer-space');
        return all.length > 0 && all;
      });
      assert.equal(found?.range.start.line, 2);
      assert.equal(found?.range.start.character, 'serine,'.length);
    },
  },
  {
    name: 'the quick fix removes the blanks and with them the diagnostic',
    async run() {
      const uri = inWorkspace('defect.csv');
      const [found] = ownDiagnostics(uri, 'outer-space');
      assert.ok(found, 'the diagnostic is there');
      const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, found.range);
      const fix = actions.find(({ kind, edit }) => kind?.value.startsWith('quickfix') && edit !== undefined);
      assert.ok(fix?.edit, `a quick fix among: ${actions.map(({ title }) => title).join(', ')}`);
      assert.ok(await workspace.applyEdit(fix.edit));
      const { document } = await window.showTextDocument(uri);
      assert.equal(document.getText(), defectText.replace(' 4.5', '4.5'));
      await until('the diagnostic is gone', () => ownDiagnostics(uri, 'outer-space').length === 0);
      await document.save();
    },
  },
  {
    name: 'every command of the manifest is registered',
    async run() {
      const manifest = extensions.getExtension(extensionId)?.packageJSON;
      const declared: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
      const registered = new Set(await commands.getCommands(true));
      assert.ok(declared.length > 5);
      assert.deepEqual(
        declared.filter((command) => !registered.has(command)),
        [],
      );
    },
  },
  {
    name: '"Ingest this file" stores a sample, and the tree lists it',
    async run() {
      const settings = workspace.getConfiguration('amprenta');
      await settings.update('ingest.ask', 'whenBlocking', true);
      await commands.executeCommand('amprenta.ingestFile', inWorkspace(sample));
      const [dataset] = await until('a dataset in the tree', async () => {
        const found = await storedDatasets();
        return found.length > 0 && found;
      });
      assert.equal(dataset?.label, 'serum_metabolites');
      assert.ok(dataset.parts.some(({ label, description }) => label === 'Samples' && Number(description) > 0));
    },
  },
  {
    name: 'a stored dataset opens as a table with its samples as columns',
    async run() {
      const [dataset] = await storedDatasets();
      await commands.executeCommand('amprenta.openTable', dataset?.node);
      const document = await until('an untitled document', () => {
        const active = window.activeTextEditor?.document;
        return active?.isUntitled && active;
      });
      const header = document.lineAt(0).text.split('\t');
      for (const { label } of dataset?.samples ?? []) assert.ok(header.includes(label), `${label} in ${header}`);
    },
  },
  {
    name: 'the original opens as it was ingested, read-only, though its source has changed since',
    async run() {
      const [dataset] = await storedDatasets();
      const ingested = await workspace.fs.readFile(inWorkspace(sample));
      await workspace.fs.writeFile(inWorkspace(sample), Buffer.from('changed since'));
      await commands.executeCommand('amprenta.openOriginal', dataset?.node);
      const document = await until('the original', () => {
        const active = window.activeTextEditor?.document;
        return active?.uri.scheme === 'amprenta' && active;
      });
      await workspace.fs.writeFile(inWorkspace(sample), ingested);
      assert.deepEqual(await workspace.fs.readFile(document.uri), ingested);
      assert.ok(document.uri.path.endsWith(`/${sample}`), document.uri.path);
      await assert.rejects(Promise.resolve(workspace.fs.writeFile(document.uri, Buffer.from('x'))));
    },
  },
  {
    name: 'a finding opens its source at its place, and the original where the source has changed',
    async run() {
      const uri = inWorkspace('defect.csv');
      await workspace.fs.writeFile(uri, Buffer.from(defectText));
      await commands.executeCommand('amprenta.ingestFile', uri);
      const finding = await until('the finding', async () => {
        const dataset = (await storedDatasets()).find(({ label }) => label === 'defect');
        return dataset?.findings[0];
      });
      assert.equal(finding.description, 'line 3');
      const openFrom = async (scheme: string) => {
        await commands.executeCommand('amprenta.openFinding', finding.node);
        const editor = await until(`an editor of ${scheme}`, () => {
          const active = window.activeTextEditor;
          return active?.document.uri.scheme === scheme && active.selection.active.line === 2 && active;
        });
        assert.equal(editor.selection.active.character, 'serine,'.length);
      };
      await openFrom('file');
      await workspace.fs.writeFile(uri, Buffer.from(`\n${defectText}`));
      await openFrom('amprenta');
    },
  },
  {
    name: 'hundreds of datasets are shown in stretches, each of them in the end',
    async run() {
      const names = Array.from({ length: 203 }, (_, index) => `many ${String(index).padStart(3, '0')}`);
      const uris = names.map((name) => inWorkspace(`${name}.csv`));
      for (const [index, uri] of uris.entries()) {
        await workspace.fs.writeFile(uri, Buffer.from(`gene,S1,S2,S3\nTP53,${index},2,3\nEGFR,4,5,6\n`));
      }
      await commands.executeCommand('amprenta.ingestFile', uris[0], uris);
      await until('the first stretch and the way to more', async () => {
        const genes = (await listedDatasets()).find((list) => list.some(({ label }) => label.startsWith('many')));
        return genes?.length === 201 && genes.at(-1)?.description.endsWith('of 203 shown');
      });
      await showEveryDataset();
      const shown = (await listedDatasets()).flat().map(({ label }) => label);
      assert.deepEqual(
        names.filter((name) => !shown.includes(name)),
        [],
      );
    },
  },
  {
    name: 'what is said of a table is kept in .amprenta.json, which goes when it is taken back',
    async run() {
      const file = inWorkspace('.amprenta.json');
      const isThere = (): Promise<boolean> =>
        Promise.resolve(workspace.fs.stat(file)).then(
          () => true,
          () => false,
        );
      const accept = (): Thenable<unknown> => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await window.showTextDocument(inWorkspace('defect.csv'));
      void commands.executeCommand('amprenta.changeReading', 'omicsType');
      await until('it is kept', async () => {
        await accept();
        return isThere();
      });
      const kept = Buffer.from(await workspace.fs.readFile(file)).toString();
      assert.deepEqual(JSON.parse(kept), { tables: { 'defect.csv': { omicsType: 'lipidomics' } } });
      await until('it is gone', async () => {
        // Asked anew each time: a question that appears between the two steps is answered with its first choice.
        void commands.executeCommand('amprenta.changeReading', 'omicsType');
        // Taking it back is the last choice; the one before the first is the last.
        await commands.executeCommand('workbench.action.quickOpenSelectPrevious');
        await accept();
        return !(await isThere());
      });
      await commands.executeCommand('workbench.action.closeQuickOpen');
    },
  },
  {
    name: 'the collected diagnostics tell the layout of an open table and the state of the database',
    async run() {
      await window.showTextDocument(inWorkspace('defect.csv'));
      const text = await collectReport();
      assert.match(text, /^- defect\.csv: layout [a-z-]+ \(\d+ % sure\)/m);
      assert.match(text, /^- database: embedded Postgres, open$/m);
      assert.match(text, /^- POSTGRES_PASSWORD in the editor's safe: not set$/m);
      assert.match(text, /^- AMPRENTA_DATA_DIR in the environment: /m);
    },
  },
  {
    name: 'a file of overrides above the workspace counts for an open table as soon as it is saved',
    async run() {
      const above = Uri.joinPath(inWorkspace('.'), '..', '.amprenta.json');
      await workspace.fs.writeFile(above, Buffer.from('{}'));
      try {
        const overrides = await workspace.openTextDocument(above);
        const edit = new WorkspaceEdit();
        edit.insert(above, overrides.positionAt(1), '"tables": { "**": { "omicsType": "proteomics" } }');
        assert.ok(await workspace.applyEdit(edit));
        await overrides.save();
        const isFollowed = /^- defect\.csv: .*; as you said: omicsType$/m;
        await until('the open table is read by it', async () => isFollowed.test(await collectReport()));
      } finally {
        await workspace.fs.delete(above);
      }
    },
  },
  {
    name: 'the server restarts on command and judges open tables again',
    async run() {
      await commands.executeCommand('amprenta.restartServer');
      const text = defectText.replace('2.5', 'n/d ?');
      await workspace.fs.writeFile(inWorkspace('after.csv'), Buffer.from(text));
      await window.showTextDocument(inWorkspace('after.csv'));
      await until('a diagnostic', () => languages.getDiagnostics(inWorkspace('after.csv')).length > 0);
    },
  },
];
