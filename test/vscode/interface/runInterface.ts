import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addTallies, emptyTally, type Tally } from '../../../scripts/testTally.ts';
import { installPackage, withEditorPage } from '../host/packagedEditor.ts';
import { openTestEditor, type TestEditor } from '../host/testEditor.ts';
import { root, type TestFolders, withTestFolders } from '../host/testFolders.ts';
import { Workbench } from '../host/workbench.ts';
import { runTests } from '../runTests.ts';
import { interfaceTests } from './interfaceTests.ts';

const screenshots = join(root, 'test', '.output', 'screenshots');
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
  await rm(screenshots, { recursive: true, force: true });
  await mkdir(screenshots, { recursive: true });
  let tally = emptyTally;
  for (const [name, theme] of Object.entries(themes)) {
    process.stdout.write(`${theme}\n`);
    const settings = { 'workbench.colorTheme': theme };
    const run = (): Promise<Tally> => withTestFolders(settings, (folders) => runTheme(editor, folders, name));
    tally = addTallies(tally, await runTwiceAtMost(run));
  }
  return tally;
}

/**
 * What fails is tried once more, from a new editor and an empty database, and that is said: on a busy machine the
 * editor itself loses a click now and then. What fails twice has failed.
 */
async function runTwiceAtMost(run: () => Promise<Tally>): Promise<Tally> {
  const first = await run();
  if (first.failed === 0) return first;
  process.stdout.write(`${first.failed} failed; trying once more from the start.\n`);
  return run();
}

async function runTheme(editor: TestEditor, folders: TestFolders, theme: string): Promise<Tally> {
  await writeFile(join(folders.workspace, 'blocked.csv'), blockedTable);
  await installPackage(editor, folders);
  return withEditorPage(editor, folders, (page) => {
    const shoot = async (name: string) => {
      await page.screenshot({ path: join(screenshots, `${theme}-${name}.png`) });
    };
    return runTests(interfaceTests({ workbench: new Workbench(page), shoot }), () => shoot('failure'));
  });
}
