import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EditorTest, until } from '../editorTest.ts';
import type { TaskTools } from './taskTools.ts';

const genes = ['TP53', 'BRCA1', 'EGFR', 'MYC', 'KRAS', 'PTEN', 'RB1', 'ATM', 'CDK4', 'MDM2', 'BRAF', 'AKT1'];

/** Blanks around two cells, an invisible character in a third, and a cell that nobody can mend but who measured it. */
const damaged = ['gene,S1,S2,S3', ...genes.map(damagedRow), ''].join('\n');
const mended = damaged.replaceAll(' 11', '11').replaceAll('32 ', '32').replaceAll('\u200b', '');

function damagedRow(gene: string, row: number): string {
  const cells = [`1${row}`, row === 5 ? 'see note' : '27', `3${row}`];
  if (row === 1) cells[0] = ` ${cells[0]}`;
  if (row === 2) cells[2] = `${cells[2]} `;
  return `${gene}${row === 3 ? '\u200b' : ''},${cells.join(',')}`;
}

/** The suite that mends tables in an editor that is told to make safe fixes on saving; in the order it is to run. */
export function savingTests({ workbench, folders, shoot }: TaskTools): readonly EditorTest[] {
  const { page } = workbench;
  const file = join(folders.workspace, 'damaged.csv');
  const untilFile = (what: string, text: string): Promise<boolean> =>
    until(what, async () => (await readFile(file, 'utf8')) === text);

  return [
    {
      name: 'saving a table makes its safe fixes, and leaves what only a person can decide',
      async run() {
        await writeFile(file, damaged);
        await workbench.openFile('damaged.csv');
        await workbench.showProblems();
        await workbench.finding(/Blanks stand around "11"/).waitFor();
        await workbench.goToEnd();
        await page.keyboard.press('Control+S');
        await untilFile('the saved bytes are mended', mended);
        await workbench.finding(/Blanks stand around/).waitFor({ state: 'hidden' });
        await workbench.finding(/see note/).waitFor();
        await shoot('10-saved');
      },
    },
    {
      name: 'one undo brings back what saving has mended, with its findings',
      async run() {
        await page.keyboard.press('Control+Z');
        await workbench.finding(/Blanks stand around "11"/).waitFor();
        await workbench.finding(/zero-width space/).waitFor();
        await workbench.runCommand('File: Save without Formatting');
        await untilFile('the old bytes are saved', damaged);
      },
    },
    {
      name: 'the light bulb mends all findings of a code and no others, and undo brings them back',
      async run() {
        await workbench.finding(/Blanks stand around "11"/).dblclick();
        const bulb = page
          .locator('.editor-instance .codicon-light-bulb, .editor-instance [class*="lightbulb"]')
          .first();
        await bulb.waitFor();
        await shoot('11-bulb');
        await bulb.click();
        const actions = page.locator('.action-widget');
        await actions.getByText('Fix all outer-space in this file').first().waitFor();
        await shoot('12-actions');
        await actions.getByText('Fix all outer-space in this file').first().click();
        await workbench.finding(/Blanks stand around/).waitFor({ state: 'hidden' });
        await workbench.runCommand('File: Save without Formatting');
        await untilFile('blanks alone are gone', damaged.replace(' 11', '11').replace('32 ', '32'));
        await workbench.goToEnd();
        await page.keyboard.press('Control+Z');
        await workbench.finding(/Blanks stand around "11"/).waitFor();
        await workbench.runCommand('File: Save without Formatting');
        await untilFile('the old bytes are saved', damaged);
        assert.deepEqual(await workbench.readNotifications(), []);
      },
    },
  ];
}
