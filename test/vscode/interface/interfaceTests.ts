import { type EditorTest, until } from '../editorTest.ts';
import type { Locator } from '../host/playwright.ts';
import type { Workbench } from '../host/workbench.ts';
import { startRefusingPostgres } from './refusingPostgres.ts';

/** What the tests drive, and where they keep what it looked like. */
export interface InterfaceTools {
  readonly workbench: Workbench;
  readonly shoot: (name: string) => Promise<void>;
}

const sample = 'serum_metabolites.csv';

/** The suite that drives the interface, in the order in which it is to run. */
export function interfaceTests({ workbench, shoot }: InterfaceTools): readonly EditorTest[] {
  const { page, sidebar, dialog, picker } = workbench;

  const chooseInMenu = (item: Locator, label: string): Promise<void> =>
    workbench.chooseInMenu(item, label, () => shoot(`menu-${label.toLowerCase().replaceAll(' ', '-')}`));

  return [
    {
      name: 'the view of an empty database says what to do',
      async run() {
        await workbench.fileItem(sample).waitFor();
        await workbench.showDatasets();
        await sidebar
          .getByText(/No dataset is stored yet/)
          .first()
          .waitFor();
        await shoot('1-empty');
        await workbench.showFiles();
      },
    },
    {
      name: 'an open table shows its findings in the Problems panel',
      async run() {
        await workbench.fileItem('blocked.csv').dblclick();
        await page.locator('.tab', { hasText: 'blocked.csv' }).first().waitFor();
        await workbench.showProblems();
        await workbench.finding(/see note/).waitFor();
        await shoot('2-problems');
      },
    },
    {
      name: 'the context menu asks before a table is ingested, and says what was recognised and where it goes',
      async run() {
        await chooseInMenu(workbench.fileItem(sample), 'Ingest this file');
        await workbench.choice('Ingest').waitFor();
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
        await workbench.choice('metabolomics').click();
        await workbench.choice('lipidomics').click();
        await until('the question comes back with the change', async () =>
          (await picker.first().innerText()).includes('set by you'),
        );
        await shoot('3-changed');
        await workbench.choice('lipidomics').click();
        await workbench.choice('As the table says').click();
        await workbench.choice('Ingest').waitFor();
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
        await workbench.notification(/stored as a new dataset/).waitFor();
        await shoot('4-stored');
      },
    },
    {
      name: '"Show in explorer" selects the dataset, with its samples below it',
      async run() {
        await workbench
          .notification(/stored as a new dataset/)
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
        await workbench.showFiles();
        await chooseInMenu(workbench.fileItem('blocked.csv'), 'Ingest this file');
        await workbench.choice('Show problems').waitFor();
        await shoot('6-blocked');
        await workbench.choice('Ingest the sound rows').click();
        await workbench.notification(/1 row stayed out/).waitFor();
      },
    },
    {
      name: 'deleting a dataset asks, and takes it out of the view',
      async run() {
        await workbench.showDatasets();
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
        await workbench.runCommand('Open a sample table');
        await workbench.choice(sample).click();
        await page.locator('.tab', { hasText: 'Untitled-1' }).first().waitFor();
        await page.locator('.editor-instance .squiggly-warning').first().waitFor();
        await shoot('8-sample');
      },
    },
    {
      name: 'the walkthrough shows its four steps',
      async run() {
        await workbench.runCommand('Welcome: Open Walkthrough');
        await workbench.choice('Get started with Amprenta Omics').click();
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
        await workbench.runCommand('Amprenta: Set a secret…');
        await workbench.choice('POSTGRES_URL').click();
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
        await sidebar
          .getByRole('treeitem', { name: /^Set a secret/ })
          .first()
          .waitFor();
        await shoot('10-out-of-reach');
        await workbench.runCommand('Amprenta: Collect diagnostics');
        const report = page.locator('.editor-instance .view-lines').first();
        await until('the report says that it is set', async () => {
          // The editor draws blanks as no-break spaces.
          const text = (await report.innerText()).replaceAll('\u00a0', ' ');
          return text.includes("POSTGRES_URL in the editor's safe: set");
        });
        await shoot('10-diagnostics');
        await workbench.runCommand('Amprenta: Ingest a sample table…');
        await workbench.choice(sample).click();
        await workbench
          .notification(/rejected user lab/)
          .getByRole('button', { name: 'Set a secret…' })
          .first()
          .waitFor();
        await shoot('10-refused');
        if ((await page.locator('body').first().innerText()).includes(secret)) {
          throw new Error('The secret is on the page.');
        }
        await workbench
          .notification(/rejected user lab/)
          .getByRole('button', { name: 'Set a secret…' })
          .first()
          .click();
        await workbench.choice('POSTGRES_URL').waitFor();
        await page.keyboard.press('Escape');
        await workbench.runCommand('Amprenta: Forget a secret…');
        await workbench.choice('POSTGRES_URL').click();
        await dataset.waitFor();
      },
    },
  ];
}
