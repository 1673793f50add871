import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EditorTest, until } from '../editorTest.ts';
import { coloursOf, contrastOf } from '../host/contrast.ts';
import type { Frame } from '../host/playwright.ts';
import type { TaskTools } from './taskTools.ts';

const genes = ['TP53', 'BRCA1', 'EGFR', 'MYC', 'KRAS', 'PTEN', 'RB1', 'ATM', 'CDK4', 'MDM2', 'BRAF', 'AKT1'];
const name = 'spleen.csv';
/** Line 6 has a word among its numbers, and line 3 blanks around one. */
const table = [
  'gene,S1,S2,S3',
  ...genes.map((gene, row) => `${gene},${row === 1 ? ' 14 ' : `1${row}`},${row === 4 ? 'see note' : 27 + row},3${row}`),
  '',
].join('\n');
const wordAt = /Ln 6, Col \d+ \(8 selected\)/;

const themes = [
  ['Default High Contrast', 'high-contrast'],
  ['Default Dark Modern', 'dark'],
  ['Default Light Modern', 'light'],
] as const;

/** The suite on pages about codes and tables, in the order in which it is to run. */
export function reportTests({ workbench, folders, shoot }: TaskTools): readonly EditorTest[] {
  const { page, problems, statusBar } = workbench;
  const shown = (): Frame => workbench.webview();
  const closeEditors = (): Promise<void> => workbench.runCommand('View: Close All Editors');
  const pageIsShown = (code: string): Promise<void> => shown().locator('h1', { hasText: code }).first().waitFor();

  return [
    {
      name: 'a click on the code of a finding in the Problems panel shows the page of that code, rendered',
      async run() {
        await writeFile(join(folders.workspace, name), table);
        await workbench.openFile(name);
        await workbench.showProblems();
        await workbench.finding(/see note/).waitFor();
        await problems.locator('a', { hasText: 'not-a-number' }).first().click();
        await pageIsShown('not-a-number');
        await shoot('30-page-of-code');
        assert.equal(await page.locator('.tab', { hasText: 'not-a-number' }).count(), 1, 'its source is not shown too');
      },
    },
    {
      name: 'a click on the code in the hover over a finding shows its page too',
      async run() {
        await page.locator('.tab', { hasText: name }).first().click();
        await workbench.goToEnd();
        await page.keyboard.press('Control+Home');
        for (const _ of ['TP53', 'BRCA1']) await page.keyboard.press('ArrowDown');
        for (const _ of 'BRCA1, ') await page.keyboard.press('ArrowRight');
        await statusBar
          .getByText(/Ln 3, Col 8/)
          .first()
          .waitFor();
        await workbench.runCommand('Show or Focus Hover');
        const link = page.locator('.monaco-hover a', { hasText: 'outer-space' }).first();
        await link.waitFor();
        await shoot('31-hover');
        await link.click();
        await pageIsShown('outer-space');
      },
    },
    {
      name: '"Explain a diagnostic code…" finds a code by a word of its meaning',
      async run() {
        await closeEditors();
        await workbench.runCommand('Amprenta: Explain a diagnostic code');
        await workbench.choice('empty-table').waitFor();
        await shoot('32-codes');
        await page.keyboard.type('logarithmic');
        await workbench.choice('mixed-scale').click();
        await pageIsShown('mixed-scale');
      },
    },
    {
      name: '"Open report" of a file in the explorer shows its report beside it',
      async run() {
        await closeEditors();
        await workbench.openFile(name);
        await workbench.chooseInMenu(workbench.fileItem(name), 'Open report', () => shoot('33-menu'));
        await shown().locator('h1', { hasText: name }).first().waitFor();
        await shown()
          .getByText(/2 findings? blocks? ingestion|1 finding blocks ingestion/)
          .first()
          .waitFor();
        await shoot('34-report');
        assert.equal(await page.locator('.editor-group-container').count(), 2);
      },
    },
    {
      name: "a click on a finding's line in the report selects its cell in the table",
      async run() {
        await shown().locator('a', { hasText: /^6$/ }).first().click();
        await statusBar.getByText(wordAt).first().waitFor();
        await shoot('35-cell');
      },
    },
    {
      name: 'the report is of the text as it stands in the editor, and asking again makes the same one anew',
      async run() {
        await page.keyboard.type('27');
        await workbench.finding(/see note/).waitFor({ state: 'hidden' });
        await workbench.runCommand('Amprenta: Open report');
        await shown()
          .getByText(/Nothing blocks ingestion/)
          .first()
          .waitFor();
        await shoot('36-report-of-unsaved');
        assert.equal(await page.locator('.tab', { hasText: `Report: ${name}` }).count(), 1);
        assert.equal(await readFile(join(folders.workspace, name), 'utf8'), table);
      },
    },
    {
      name: 'a report has the colours of a light theme, of a dark one and of high contrast, and all its text can be read',
      async run() {
        const settings = join(folders.workspace, '.vscode');
        await mkdir(settings);
        for (const [theme, key] of themes) {
          await writeFile(join(settings, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
          await until(`the report is ${key}`, async () => {
            const body = shown().locator(`body.vscode-${key}`);
            if ((await body.count()) === 0) return false;
            const { ground } = await coloursOf(body);
            const texts = await Promise.all(
              ['h1', 'dt', '.warning', 'summary code', 'td.message', 'td a'].map((part) =>
                coloursOf(shown().locator(part).first()),
              ),
            );
            const isReadable = texts.every(({ text }) => contrastOf(text, ground) >= 4.5);
            return isReadable && contrastOf(ground, key === 'light' ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)') < 1.3;
          });
          await shoot(`37-report-${key}`);
        }
        await rm(settings, { recursive: true });
      },
    },
    {
      name: '"Save report as…" writes a page without the links that only the editor can follow',
      async run() {
        await page
          .locator('.tab', { hasText: `Report: ${name}` })
          .first()
          .click();
        await workbench.runCommand('Amprenta: Save report as');
        const input = workbench.picker.locator('input').first();
        await input.waitFor();
        const target = join(folders.workspace, 'spleen.html');
        await until('a place is offered', async () => (await input.inputValue()) === target);
        await page.keyboard.press('Enter');
        const saved = await until(
          'the page is there',
          async () => (await readFile(target, 'utf8').catch(() => '')) || null,
        );
        assert.match(saved, /<h1>spleen\.csv<\/h1>/);
        assert.doesNotMatch(saved, /command:|<script/);
        await page.locator('.tab', { hasText: name }).first().click();
        await workbench.runCommand('File: Revert File');
        await closeEditors();
      },
    },
    {
      name: 'after an ingest "Open report" shows the report of what was ingested',
      async run() {
        await writeFile(join(folders.workspace, name), table.replace('see note', '31'));
        await workbench.ingest(name);
        await workbench.choice(/Ingest/).click();
        const told = workbench.notification(/spleen\.csv is stored/);
        await told.waitFor();
        await shoot('38-stored');
        await told.getByRole('button', { name: 'Open report' }).first().click();
        await shown().locator('h1', { hasText: name }).first().waitFor();
      },
    },
    {
      name: '"Open report" of a stored dataset shows what was ingested, though the file has changed since',
      async run() {
        await closeEditors();
        await workbench.clearNotifications();
        await writeFile(join(folders.workspace, name), table);
        await workbench.showDatasets();
        await workbench.chooseInMenu(workbench.treeItem('spleen'), 'Open report');
        await shown()
          .getByText(/Nothing blocks ingestion/)
          .first()
          .waitFor();
        await shown().locator('a', { hasText: /^3$/ }).first().click();
        await statusBar
          .getByText(/Ln 3, Col 11 \(4 selected\)/)
          .first()
          .waitFor();
        await shoot('39-report-of-dataset');
        await closeEditors();
        await workbench.showFiles();
      },
    },
  ];
}
