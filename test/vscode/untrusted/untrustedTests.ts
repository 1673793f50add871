import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { type EditorTest, until } from '../editorTest.ts';
import { listProcesses } from '../host/processes.ts';
import type { TaskTools } from '../tasks/taskTools.ts';
import { turnOffTests } from './turnOffTests.ts';

const sample = 'serum_metabolites.csv';

/** The suite on a workspace that is not trusted, in the order in which it is to run. */
export function untrustedTests({ workbench, folders, shoot }: TaskTools): readonly EditorTest[] {
  const { page, picker, sidebar } = workbench;

  return [
    {
      name: 'a table of a workspace that is not trusted is judged',
      async run() {
        await workbench.fileItem(sample).waitFor();
        await page
          .getByText(/Restricted Mode/)
          .first()
          .waitFor();
        await workbench.openFile(sample);
        await workbench.showProblems();
        await workbench.finding(/Blanks stand around "H006"/).waitFor();
        await shoot('1-problems');
      },
    },
    ...turnOffTests({ workbench, folders, shoot }, 'H006'),
    {
      name: 'there "Ingest this file" can not be chosen, and "Validate this file" can',
      async run() {
        await workbench.openMenu(workbench.fileItem(sample), 'Validate this file');
        const isDisabled = (label: string): Promise<number> =>
          page.locator('.monaco-menu .action-item.disabled', { hasText: label }).count();
        await shoot('2-menu');
        assert.equal(await isDisabled('Ingest this file'), 1);
        assert.equal(await isDisabled('Validate this file'), 0);
        await page.keyboard.press('Escape');
      },
    },
    {
      name: 'there "Open report" shows the report of a table, because nothing is stored for that',
      async run() {
        await workbench.chooseInMenu(workbench.fileItem(sample), 'Open report');
        await workbench.webview().locator('h1', { hasText: sample }).first().waitFor();
        await shoot('2-report');
        await workbench.runCommand('View: Close All Editors');
      },
    },
    {
      name: 'there the palette offers no command that ingests',
      async run() {
        await page.keyboard.press('F1');
        await picker.first().waitFor();
        await page.keyboard.type('Amprenta: ');
        await workbench.choice('Amprenta: Show logs').waitFor();
        const offered = await until('the list is whole', async () => {
          const text = await picker.first().innerText();
          return text.includes('Restart server') && text;
        });
        assert.doesNotMatch(offered, /Ingest/);
        await shoot('3-palette');
        await page.keyboard.press('Escape');
      },
    },
    {
      name: 'there the view says why it shows nothing, with a way to trust the workspace',
      async run() {
        await workbench.showDatasets();
        await sidebar
          .getByText(/not trusted, tables are validated, and nothing is ingested/)
          .first()
          .waitFor();
        await sidebar
          .getByRole('button', { name: /Manage workspace trust/ })
          .first()
          .waitFor();
        await shoot('4-view');
      },
    },
    {
      name: 'there no database is made or started, whatever is clicked',
      async run() {
        await workbench.runCommand('Amprenta: Refresh datasets');
        await workbench.openFile('lung_gene_counts.tsv');
        await workbench.problems.getByText('lung_gene_counts.tsv').first().waitFor();
        assert.deepEqual(await readdir(folders.data), []);
        const named = await listProcesses();
        assert.ok(
          named.some(({ command }) => command.includes(folders.extensions)),
          'the server itself is seen',
        );
        assert.deepEqual(
          named.filter(({ command }) => /postgres/.test(command) && command.includes(folders.data)),
          [],
        );
        assert.deepEqual(await workbench.readNotifications(), []);
      },
    },
    {
      name: 'trusting the workspace opens the database without another step',
      async run() {
        await workbench.showDatasets();
        await sidebar
          .getByRole('button', { name: /Manage workspace trust/ })
          .first()
          .click();
        const trust = page.locator('.workspace-trust-editor').getByRole('button', { name: /^Trust$/ });
        await trust.first().waitFor();
        await shoot('5-trust');
        await trust.first().click();
        await sidebar
          .getByText(/No dataset is stored yet/)
          .first()
          .waitFor();
        assert.notDeepEqual(await readdir(folders.data), []);
        assert.deepEqual(await workbench.readNotifications(), []);
        await shoot('6-trusted');
      },
    },
  ];
}
