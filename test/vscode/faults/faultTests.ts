import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EditorTest, until } from '../editorTest.ts';
import { runProgram } from '../host/runProgram.ts';
import { root, type TestFolders } from '../host/testFolders.ts';
import type { Workbench } from '../host/workbench.ts';
import { killServerOf } from './serverProcesses.ts';

/** What the tests drive, what they end things in, and where they keep what it looked like. */
export interface FaultTools {
  readonly workbench: Workbench;
  readonly folders: TestFolders;
  readonly shoot: (name: string) => Promise<void>;
}

const sample = 'serum_metabolites';
const serverIsGone = /server has ended unexpectedly/;

/** The suite of faults, in the order in which it is to run. */
export function faultTests({ workbench, folders, shoot }: FaultTools): readonly EditorTest[] {
  const { page, sidebar } = workbench;

  async function restartFromMessage(): Promise<void> {
    await workbench.notification(serverIsGone).waitFor();
    const texts = await until('the progress of what broke off is gone', async () => {
      const all = await workbench.readNotifications();
      return all.some((text) => text.includes('Ingesting')) ? null : all;
    });
    assert.equal(texts.length, 1, `one message, not: ${texts.join(' | ')}`);
    await workbench.notification(serverIsGone).getByRole('button', { name: 'Restart server' }).first().click();
    await workbench.notification(serverIsGone).waitFor({ state: 'hidden' });
  }

  return [
    {
      name: 'a server killed while a person types is told of once, and "Restart server" brings the findings back',
      async run() {
        await workbench.fileItem('typed.csv').waitFor();
        await workbench.showProblems();
        await workbench.openFile('typed.csv');
        await page.keyboard.type('FOXP3,10,see note,30');
        await workbench.finding(/see note/).waitFor();
        await page.keyboard.press('Enter');
        await page.keyboard.type('IL2, 11,');
        await killServerOf(folders.extensions);
        await page.keyboard.type('28,31');
        await workbench.notification(serverIsGone).waitFor();
        await shoot('1-killed');
        await restartFromMessage();
        await workbench.finding(/Blanks stand around "11"/).waitFor();
        await shoot('2-restarted');
      },
    },
    {
      name: 'a file deleted while it is open is judged on as a person types',
      async run() {
        await rm(join(folders.workspace, 'typed.csv'));
        await workbench.fileItem('typed.csv').waitFor({ state: 'hidden' });
        await workbench.goToEnd();
        await page.keyboard.press('Enter');
        await page.keyboard.type('IL6, 12,29,32');
        await workbench.finding(/Blanks stand around "12"/).waitFor();
        await shoot('3-deleted');
        assert.deepEqual(await workbench.readNotifications(), []);
      },
    },
    {
      name: '"Ingest this file" on a table that was deleted under it says so once',
      async run() {
        const file = join(folders.workspace, 'gone.csv');
        await writeFile(file, 'gene,S1,S2\nTP53,1,2\nEGFR,3,4\n');
        await workbench.openFile('gone.csv');
        await rm(file);
        await workbench.fileItem('gone.csv').waitFor({ state: 'hidden' });
        await workbench.ingestActive();
        await workbench
          .notification(/There is no file .*gone\.csv\. Check the path, and that it was not moved or deleted/)
          .waitFor();
        await shoot('3-gone');
        assert.equal((await workbench.readNotifications()).length, 1);
        await workbench.clearNotifications();
      },
    },
    {
      name: '"Restart server" during an ingest says once what it broke off',
      async run() {
        await workbench.ingest('large.csv');
        await workbench.notification(/storing/).waitFor();
        await workbench.runCommand('Amprenta: Restart server');
        await workbench.notification(/was restarted, because you asked for it/).waitFor();
        const texts = await until('the progress of what broke off is gone', async () => {
          const all = await workbench.readNotifications();
          return all.some((text) => text.includes('Ingesting')) ? null : all;
        });
        assert.equal(texts.length, 1, `one message, not: ${texts.join(' | ')}`);
        assert.match(texts[0] ?? '', /broke off the ingest of large\.csv/);
        await shoot('4-restarted-in-ingest');
        await workbench.runCommand('Notifications: Clear All Notifications');
      },
    },
    {
      name: 'a server killed during an ingest is told of once and stores nothing, and the table can be ingested again',
      async run() {
        await workbench.ingest('large.csv');
        await workbench.notification(/storing/).waitFor();
        await killServerOf(folders.extensions);
        await workbench.notification(serverIsGone).waitFor();
        await shoot('5-killed-in-ingest');
        await restartFromMessage();
        await workbench.showDatasets();
        await sidebar
          .getByText(/No dataset is stored yet/)
          .first()
          .waitFor();
        await workbench.ingest('large.csv');
        await workbench.notification(/large\.csv is stored as a new dataset/).waitFor({ timeout: 60_000 });
        await workbench.clearNotifications();
      },
    },
    {
      name: 'a database stopped under the open view is said to be away, and its datasets come back on "Try again"',
      async run() {
        await workbench.ingest(`${sample}.csv`);
        await workbench.notification(/stored as a new dataset/).waitFor();
        await workbench.clearNotifications();
        await workbench.showDatasets();
        await workbench.treeItem(sample).waitFor();
        const env = { ...process.env, AMPRENTA_DATA_DIR: folders.data };
        await runProgram(process.execPath, [join(root, 'dist', 'server', 'cli.js'), 'db', 'stop'], { cwd: root, env });
        await sidebar
          .getByText(/was stopped, or can't be reached/)
          .first()
          .waitFor();
        await shoot('6-database-stopped');
        await workbench.treeItem(sample).waitFor({ state: 'hidden' });
        await workbench.treeItem('Try again').click();
        await until('both datasets are listed again', async () => {
          return (await workbench.treeItem(sample).count()) > 0 && (await workbench.treeItem('large').count()) > 0;
        });
        await shoot('7-database-back');
        assert.deepEqual(await workbench.readNotifications(), []);
      },
    },
  ];
}
