import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFileName } from '../../../shared/src/overrides.ts';
import { type EditorTest, until } from '../editorTest.ts';
import type { TaskTools } from './taskTools.ts';

const samples = ['Kidney_1', 'Kidney_2', 'Kidney_3', 'Kidney_4', 'Kidney_5', 'Kidney_6'];
const genes = ['TP53', 'MYC', 'EGFR', 'KRAS', 'BRAF', 'PTEN', 'RB1', 'APC', 'VHL', 'ATM'];
const table = [
  ['Gene', ...samples].join(','),
  ...genes.map((gene, row) => `${gene},${samples.map((_, at) => row * 10 + at + 1).join(',')}`),
  '',
].join('\n');
const sheetOf = (groups: readonly string[]): string =>
  ['sample,group', ...samples.map((name, at) => `${name},${groups[at % groups.length]}`), ''].join('\n');

/** The suite that chooses sample sheets, in the order it is to run. */
export function sheetTests({ workbench, folders, shoot }: TaskTools): readonly EditorTest[] {
  const { page, picker } = workbench;
  const projectFile = join(folders.workspace, projectFileName);
  const readTables = async (): Promise<unknown> =>
    JSON.parse(await readFile(projectFile, 'utf8').catch(() => '{}')).tables;

  return [
    {
      name: 'an ingest asks which of two sample sheets is used, and how many samples each describes, before all else',
      async run() {
        await writeFile(join(folders.workspace, 'kidney_day.csv'), sheetOf(['a', 'b']));
        await writeFile(join(folders.workspace, 'kidney_night.csv'), sheetOf(['c', 'd']));
        await writeFile(join(folders.workspace, 'kidney.csv'), table);
        await workbench.ingest('kidney.csv');
        await workbench.choice('kidney_day.csv').waitFor();
        await shoot('20-which-sheet');
        const text = await picker.first().innerText();
        assert.match(text, /kidney_day\.csv\s*6 of 6 samples\s*kidney_night\.csv\s*6 of 6 samples\s*Browse….*\s*None/);
      },
    },
    {
      name: 'the sheet that is chosen is kept in .amprenta.json, and named in the question that follows',
      async run() {
        await workbench.choice('kidney_night.csv').click();
        await workbench.choice(/kidney_night\.csv, which describes 6 of 6 samples, set by you/).waitFor();
        await shoot('21-sheet-chosen');
        assert.deepEqual(await readTables(), { 'kidney.csv': { sampleSheet: 'kidney_night.csv' } });
        await page.keyboard.press('Escape');
        await picker.first().waitFor({ state: 'hidden' });
      },
    },
    {
      name: 'what is typed in the sheet changes the findings of its table, before the sheet is saved',
      async run() {
        await workbench.openFile('kidney.csv');
        await workbench.openFile('kidney_night.csv');
        await workbench.showProblems();
        const finding = workbench.finding(/sample "Kidney_6" is written "Kidny_6"/);
        assert.equal(await finding.count(), 0);
        await workbench.goToEnd();
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Home');
        for (const _ of 'Kidn') await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Delete');
        await finding.waitFor();
        await shoot('22-sheet-typed');
      },
    },
    {
      name: 'an ingest asks to save the sheet that is typed in, and nothing is ingested where that is not wanted',
      async run() {
        await workbench.ingest('kidney.csv');
        await workbench.dialog
          .getByText(/kidney_night\.csv has unsaved changes/)
          .first()
          .waitFor();
        await page.keyboard.press('Escape');
        await workbench.dialog.first().waitFor({ state: 'hidden' });
        assert.deepEqual(await workbench.readNotifications(), []);
        await page.locator('.tab', { hasText: 'kidney_night.csv' }).first().click();
        await workbench.runCommand('File: Revert File');
        await workbench.finding(/sample "Kidney_6"/).waitFor({ state: 'hidden' });
      },
    },
    {
      name: '"Choose a sample sheet…" of a file in the explorer takes none, and takes back what was said',
      async run() {
        const choose = () => workbench.chooseInMenu(workbench.fileItem('kidney.csv'), 'Choose a sample sheet');
        await workbench.showFiles();
        await choose();
        await workbench.choice('None').click();
        await workbench.notification(/kidney\.csv: sample sheet none\./).waitFor();
        assert.deepEqual(await readTables(), { 'kidney.csv': { sampleSheet: false } });
        await workbench.clearNotifications();
        await choose();
        await workbench.choice('The one beside the table that fits').waitFor();
        await shoot('23-take-back');
        await workbench.choice('The one beside the table that fits').click();
        await workbench.notification(/kidney\.csv: sample sheet none, because several fit/).waitFor();
        await until('a file that says nothing any more is gone', () => !existsSync(projectFile));
        await workbench.clearNotifications();
      },
    },
    {
      name: 'the path of a sheet is completed in .amprenta.json',
      async run() {
        await writeFile(projectFile, '{ "tables": { "kidney.csv": { "sampleSheet": "" } } }');
        await workbench.showFiles();
        await workbench.fileItem(projectFileName).dblclick();
        await page.locator('.tab.active', { hasText: projectFileName }).first().waitFor();
        await workbench.goToEnd();
        for (const _ of '" } } }') await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('Control+Space');
        const offered = page.locator('.suggest-widget .monaco-list-row', { hasText: 'kidney_day.csv' }).first();
        await offered.waitFor();
        await shoot('24-completed');
        const offers = await page.locator('.suggest-widget').first().innerText();
        assert.doesNotMatch(offers, /kidney\.csv/, 'a table is not its own sheet');
        await offered.click();
        await page.keyboard.press('Control+S');
        await until('the sheet is named', async () =>
          (await readFile(projectFile, 'utf8')).includes('"sampleSheet": "kidney_day.csv"'),
        );
      },
    },
  ];
}
