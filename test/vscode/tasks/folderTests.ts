import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFileName } from '../../../shared/src/overrides.ts';
import { type EditorTest, until } from '../editorTest.ts';
import type { TaskTools } from './taskTools.ts';

const metabolites = ['alanine', 'serine', 'glycine', 'valine', 'leucine', 'proline', 'lysine', 'glutamine'];
const tableOf = (level: number): string =>
  ['metabolite,P1,P2,P3', ...metabolites.map((name, row) => `${name},${level}.${row},2.5,3.${row}`), ''].join('\n');

/** The suite that ingests a folder and says with the keyboard how a table is read, in the order it is to run. */
export function folderTests({ workbench, folders, shoot }: TaskTools): readonly EditorTest[] {
  const { page, picker } = workbench;
  const batch = join(folders.workspace, 'batch');
  const projectFile = join(folders.workspace, projectFileName);
  const readTables = async (): Promise<unknown> =>
    JSON.parse(await readFile(projectFile, 'utf8').catch(() => '{}')).tables;

  /** Moves down to an answer as a person without a mouse does, and takes it. */
  async function takeByKeyboard(label: string): Promise<void> {
    const focused = picker.locator('.monaco-list-row.focused');
    await until(`"${label}" is reached with the arrow keys`, async () => {
      if ((await focused.count()) > 0 && (await focused.first().innerText()).includes(label)) return true;
      await page.keyboard.press('ArrowDown');
      return false;
    });
    await page.keyboard.press('Enter');
  }

  return [
    {
      name: '"Ingest tables in this folder…" shows every table below the folder, and says which files it can not read',
      async run() {
        await mkdir(join(batch, 'second'), { recursive: true });
        await writeFile(join(batch, 'morning.csv'), tableOf(1));
        await writeFile(join(batch, 'evening.csv'), tableOf(2));
        await writeFile(join(batch, 'second', 'night.csv'), tableOf(3));
        await writeFile(join(batch, 'nothing.csv'), '');
        await writeFile(join(batch, 'letter.txt'), 'Dear colleague,\n\nthe tables lie beside.\n');
        await workbench.showFiles();
        await workbench.chooseInMenu(workbench.fileItem('batch'), 'Ingest tables in this folder');
        for (const table of ['morning.csv', 'evening.csv', 'second/night.csv']) {
          await workbench.choice(table).waitFor();
        }
        await shoot('13-folder');
        const text = await picker.first().innerText();
        assert.match(text, /nothing\.csv\s*can't be read, and stays out\s*nothing\.csv is empty/);
        assert.doesNotMatch(text, /letter\.txt/);
      },
    },
    {
      name: 'a table that is unticked is not stored, the others are, and what can not be read can not be ticked',
      async run() {
        await workbench.choice('evening.csv').click();
        await workbench.choice('nothing.csv').click();
        await picker
          .getByText(/2 Selected/)
          .first()
          .waitFor();
        await page.keyboard.press('Enter');
        await workbench.notification(/morning\.csv is stored.*night\.csv is stored/s).waitFor();
        await shoot('14-folder-stored');
        await workbench.showDatasets();
        await workbench.treeItem('morning').waitFor();
        await workbench.treeItem('night').waitFor();
        assert.equal(await workbench.treeItem('evening').count(), 0);
        await workbench.clearNotifications();
      },
    },
    {
      name: 'the omics type is changed before an ingest with the keyboard alone, and kept in .amprenta.json',
      async run() {
        await rm(projectFile, { force: true });
        await workbench.openFile('serum_metabolites.csv');
        await workbench.runCommand('Amprenta: Ingest this file');
        await workbench.choice('Omics type').waitFor();
        await takeByKeyboard('Omics type');
        await workbench.choice('lipidomics').waitFor();
        await takeByKeyboard('lipidomics');
        await workbench.choice(/lipidomics, set by you/).waitFor();
        await shoot('15-by-keyboard');
        assert.deepEqual(await readTables(), { 'serum_metabolites.csv': { omicsType: 'lipidomics' } });
      },
    },
    {
      name: 'what stands for a missing value is written before an ingest, stands there again, and is taken back',
      async run() {
        const question = picker.getByText(/separated by commas/).first();
        await takeByKeyboard('Missing values');
        await question.waitFor();
        await page.keyboard.type('-999, 9999');
        await page.keyboard.press('Enter');
        await workbench.choice(/-999, 9999, set by you/).waitFor();
        await shoot('16-missing');
        const said = { omicsType: 'lipidomics', missingTokens: ['-999', '9999'] };
        assert.deepEqual(await readTables(), { 'serum_metabolites.csv': said });
        await takeByKeyboard('Missing values');
        await question.waitFor();
        await shoot('17-missing-again');
        assert.equal(await picker.locator('.quick-input-box input').first().inputValue(), '-999, 9999');
        await picker.getByRole('button', { name: 'As the table says' }).first().click();
        await until('nothing but the omics type is set by a person', async () => {
          const text = await workbench.choice('Missing values').innerText();
          return !text.includes('set by you');
        });
        assert.deepEqual(await readTables(), { 'serum_metabolites.csv': { omicsType: 'lipidomics' } });
      },
    },
    {
      name: '"As the table says" takes the change back, out of the file too',
      async run() {
        await takeByKeyboard('Omics type');
        await workbench.choice('As the table says').waitFor();
        await takeByKeyboard('As the table says');
        await until('the omics type is that of the table again', async () => {
          const text = await workbench.choice('Omics type').innerText();
          return text.includes('metabolomics') && !text.includes('set by you');
        });
        assert.equal(existsSync(projectFile), false, 'a file that says nothing any more is gone');
        await page.keyboard.press('Escape');
        await picker.first().waitFor({ state: 'hidden' });
        assert.deepEqual(await workbench.readNotifications(), []);
      },
    },
  ];
}
