import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addTallies, emptyTally, type Tally } from '../../../scripts/testTally.ts';
import { installPackage, withEditorPage } from '../host/packagedEditor.ts';
import { removeScreenshots, shootInto } from '../host/screenshots.ts';
import { openTestEditor, type TestEditor } from '../host/testEditor.ts';
import { type TestFolders, withTestFolders } from '../host/testFolders.ts';
import { Workbench } from '../host/workbench.ts';
import { runTests } from '../runTests.ts';
import { runTwiceAtMost } from '../runTwiceAtMost.ts';
import { explorerTests } from './explorerTests.ts';
import { interfaceTests } from './interfaceTests.ts';

const themes = { light: 'Light Modern', dark: 'Dark Modern' } as const;

/** A table with a finding that blocks: a measured value that is text, in a column of numbers. */
const genes = ['TP53', 'BRCA1', 'EGFR', 'MYC', 'KRAS', 'PTEN', 'RB1', 'ATM', 'CDK4', 'MDM2', 'BRAF', 'AKT1'];
const blockedTable = [
  'gene,S1,S2,S3',
  ...genes.map((gene, row) => `${gene},1${row},${row === 1 ? 'see note' : 27},3${row}`),
  '',
].join('\n');

/** Drives the interface of a real editor, with the packaged extension installed, in a light and a dark theme. */
export async function runInterface(): Promise<Tally> {
  const editor = await openTestEditor();
  let tally = emptyTally;
  for (const [name, theme] of Object.entries(themes)) {
    process.stdout.write(`${theme}\n`);
    await removeScreenshots(name);
    const settings = { 'workbench.colorTheme': theme };
    const run = (): Promise<Tally> => withTestFolders(settings, (folders) => runTheme(editor, folders, name));
    tally = addTallies(tally, await runTwiceAtMost(run));
  }
  return tally;
}

async function runTheme(editor: TestEditor, folders: TestFolders, theme: string): Promise<Tally> {
  await writeFile(join(folders.workspace, 'blocked.csv'), blockedTable);
  await installPackage(editor, folders);
  return withEditorPage(editor, folders, (page) => {
    const tools = { workbench: new Workbench(page), shoot: shootInto(page, theme) };
    return runTests([...interfaceTests(tools), ...explorerTests(tools)], () => tools.shoot('failure'));
  });
}
