import { type EditorTest, until } from '../editorTest.ts';
import type { Locator, Page } from '../host/playwright.ts';
import { startRefusingPostgres } from './refusingPostgres.ts';

/** What the tests drive, and where they keep what it looked like. */
export interface InterfaceTools {
  readonly page: Page;
  readonly shoot: (name: string) => Promise<void>;
}

const sample = 'serum_metabolites.csv';

/** The suite that drives the interface, in the order in which it is to run. */
export function interfaceTests({ page, shoot }: InterfaceTools): readonly EditorTest[] {
  const files = page.locator('.explorer-folders-view');
  const sidebar = page.locator('.sidebar');
  const dialog = page.locator('.monaco-dialog-box');
  const picker = page.locator('.quick-input-widget');
  const choice = (label: string): Locator => picker.locator('.monaco-list-row', { hasText: label }).first();
  const notification = (text: string | RegExp): Locator =>
    page.locator('.notification-list-item', { hasText: text }).first();
  const fileItem = (name: string): Locator => files.getByRole('treeitem', { name: new RegExp(name) });

  async function chooseInMenu(item: Locator, label: string): Promise<void> {
    const menu = page.locator('.monaco-menu');
    const entry = menu.locator('.action-label', { hasText: label });
    // The extension's entries appear some seconds after the explorer.
    await until(`the menu has "${label}"`, async () => {
      await item.click({ button: 'right' });
      await menu.first().waitFor();
      if ((await entry.count()) > 0) return true;
      await page.keyboard.press('Escape');
      return false;
    });
    await shoot(`menu-${label.toLowerCase().replaceAll(' ', '-')}`);
    await entry.first().click();
  }

  async function runCommand(title: string): Promise<void> {
    await page.keyboard.press('F1');
    await picker.first().waitFor();
    await page.keyboard.type(title);
    await choice(title).click();
  }

  return [
    {
      name: 'the view of an empty database says what to do',
      async run() {
        await fileItem(sample).first().waitFor();
        await page
          .locator('.activitybar')
          .getByRole('tab', { name: /Amprenta Omics/ })
          .first()
          .click();
        await sidebar
          .getByText(/No dataset is stored yet/)
          .first()
          .waitFor();
        await shoot('1-empty');
        await page.keyboard.press('Control+Shift+E');
      },
    },
    {
      name: 'an open table shows its findings in the Problems panel',
      async run() {
        await fileItem('blocked.csv').first().dblclick();
        await page.locator('.tab', { hasText: 'blocked.csv' }).first().waitFor();
        await page.keyboard.press('Control+Shift+M');
        await page
          .locator('.markers-panel')
          .getByText(/see note/)
          .first()
          .waitFor();
        await shoot('2-problems');
      },
    },
    {
      name: 'the context menu asks before a table is ingested, and says what was recognised and where it goes',
      async run() {
        await chooseInMenu(fileItem(sample).first(), 'Ingest this file');
        await choice('Ingest').waitFor();
        await shoot('3-confirm');
        const text = await picker.first().innerText();
        for (const part of ['metabolomics', 'samples', 'Findings', 'Postgres']) {
          if (!text.includes(part)) throw new Error(`The question says nothing of ${part}: ${text}`);
        }
      },
    },
    {
      name: 'what was recognised can be changed before a table is ingested, and the change is kept in a file',
      async run() {
        await choice('metabolomics').click();
        await choice('lipidomics').click();
        await until('the question comes back with the change', async () =>
          (await picker.first().innerText()).includes('set by you'),
        );
        await shoot('3-changed');
        await choice('lipidomics').click();
        await choice('As the table says').click();
        await choice('Ingest').waitFor();
        await until('the change is taken back', async () => {
          const text = await picker.first().innerText();
          return text.includes('metabolomics') && !text.includes('set by you');
        });
      },
    },
    {
      name: 'after confirming, a message says what was stored',
      async run() {
        await page.keyboard.press('Enter');
        await notification(/stored as a new dataset/).waitFor();
        await shoot('4-stored');
      },
    },
    {
      name: '"Show in explorer" selects the dataset, with its samples below it',
      async run() {
        await notification(/stored as a new dataset/)
          .getByRole('button', { name: 'Show in explorer' })
          .first()
          .click();
        await sidebar
          .getByRole('treeitem', { name: /serum_metabolites/ })
          .first()
          .waitFor();
        const samples = sidebar.getByRole('treeitem', { name: /^Samples/ }).first();
        const sample = sidebar.getByRole('treeitem', { name: /^H001/ }).first();
        await samples.click();
        await sample.waitFor();
        await shoot('5-explorer');
        // Closed again: what lies below the visible part of the tree is not there to be found.
        await samples.click();
        await sample.waitFor({ state: 'hidden' });
      },
    },
    {
      name: 'a finding that blocks is a question with "Show problems" and "Ingest the sound rows"',
      async run() {
        await page.keyboard.press('Control+Shift+E');
        await chooseInMenu(fileItem('blocked.csv').first(), 'Ingest this file');
        await choice('Show problems').waitFor();
        await shoot('6-blocked');
        await choice('Ingest the sound rows').click();
        await notification(/1 row stayed out/).waitFor();
      },
    },
    {
      name: 'deleting a dataset asks, and takes it out of the view',
      async run() {
        await page
          .locator('.activitybar')
          .getByRole('tab', { name: /Amprenta Omics/ })
          .first()
          .click();
        const dataset = sidebar.getByRole('treeitem', { name: /^blocked/ }).first();
        await dataset.waitFor();
        await chooseInMenu(dataset, 'Delete');
        await dialog.first().waitFor();
        await shoot('7-delete');
        await dialog.getByRole('button', { name: 'Delete' }).first().click();
        await dataset.waitFor({ state: 'hidden' });
      },
    },
    {
      name: 'a copy of a sample table opens from the palette, with its findings',
      async run() {
        await page.keyboard.press('F1');
        await picker.first().waitFor();
        await page.keyboard.type('Open a sample table');
        await choice('Open a sample table').click();
        await choice(sample).click();
        await page.locator('.tab', { hasText: 'Untitled-1' }).first().waitFor();
        await page.locator('.editor-instance .squiggly-warning').first().waitFor();
        await shoot('8-sample');
      },
    },
    {
      name: 'the walkthrough shows its four steps',
      async run() {
        await page.keyboard.press('F1');
        await picker.first().waitFor();
        await page.keyboard.type('Welcome: Open Walkthrough');
        await choice('Open Walkthrough').click();
        await choice('Get started with Amprenta Omics').click();
        for (const step of [/See what is wrong/, /Ingest it/, /Look at what is stored/, /Use your own Postgres/]) {
          await page.locator('.gettingStarted').getByText(step).first().waitFor();
        }
        await shoot('9-walkthrough');
      },
    },
    {
      name: 'a secret that is set counts at once, is shown nowhere, and what it changed is back when it is forgotten',
      async run() {
        const secret = 'never-to-be-seen-4711';
        const port = await startRefusingPostgres();
        const dataset = sidebar.getByRole('treeitem', { name: /^serum_metabolites/ }).first();
        await dataset.waitFor();
        await runCommand('Amprenta: Set a secret…');
        await choice('POSTGRES_URL').click();
        await until('the secret is asked for', async () =>
          (await picker.first().innerText()).includes('It is kept in'),
        );
        await page.keyboard.type(`postgresql://lab:${secret}@127.0.0.1:${port}/omics`);
        await shoot('10-secret');
        await page.keyboard.press('Enter');
        await sidebar
          .getByText(/rejected user lab/)
          .first()
          .waitFor();
        await sidebar.first().hover();
        await sidebar
          .getByRole('button', { name: /Set a secret/ })
          .first()
          .waitFor();
        await runCommand('Amprenta: Collect diagnostics');
        const report = page.locator('.editor-instance .view-lines').first();
        await until('the report says that it is set', async () => {
          // The editor draws blanks as no-break spaces.
          const text = (await report.innerText()).replaceAll('\u00a0', ' ');
          return text.includes("POSTGRES_URL in the editor's safe: set");
        });
        await shoot('10-diagnostics');
        await runCommand('Amprenta: Ingest a sample table…');
        await choice(sample).click();
        await notification(/rejected user lab/)
          .getByRole('button', { name: 'Set a secret…' })
          .first()
          .waitFor();
        await shoot('10-refused');
        if ((await page.locator('body').first().innerText()).includes(secret)) {
          throw new Error('The secret is on the page.');
        }
        await notification(/rejected user lab/)
          .getByRole('button', { name: 'Set a secret…' })
          .first()
          .click();
        await choice('POSTGRES_URL').waitFor();
        await page.keyboard.press('Escape');
        await runCommand('Amprenta: Forget a secret…');
        await choice('POSTGRES_URL').click();
        await dataset.waitFor();
      },
    },
  ];
}
