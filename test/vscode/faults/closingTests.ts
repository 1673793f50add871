import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EditorTest, until } from '../editorTest.ts';
import type { PackagedEditor, WindowContents } from '../host/packagedEditor.ts';
import type { Page } from '../host/playwright.ts';
import { shootInto } from '../host/screenshots.ts';
import type { TestFolders } from '../host/testFolders.ts';
import { Workbench } from '../host/workbench.ts';
import { findServer } from './serverProcesses.ts';

/** What the tests open windows of, and the folders those are on. */
export interface ClosingTools extends PackagedEditor {
  readonly folders: TestFolders;
}

/** A table without findings. */
const genes = ['TP53', 'BRCA1', 'EGFR', 'MYC', 'KRAS', 'PTEN', 'RB1', 'ATM', 'CDK4', 'MDM2', 'BRAF', 'AKT1'];
const cleanTable = ['gene,S1,S2,S3', ...genes.map((gene, row) => `${gene},2${row},17,5${row}`), ''].join('\n');

/** The suite of windows, extension hosts and folders that go away, in the order in which it is to run. */
export function closingTests({ openWindow, folders }: ClosingTools): readonly EditorTest[] {
  const here = { folder: folders.workspace };

  /** Opens a window for a test, and closes it whatever comes of that. */
  async function inWindow(contents: WindowContents, use: (workbench: Workbench, page: Page) => Promise<void>) {
    const page = await openWindow(contents);
    try {
      await use(new Workbench(page), page);
    } catch (thrown) {
      if (!page.isClosed()) await shootInto(page, 'faults')('failure-closing');
      throw thrown;
    } finally {
      await page.close();
    }
    await until(
      'the language server of the closed window is gone',
      async () => !(await findServer(folders.extensions)),
    );
  }

  /**
   * Ingests in a new window a table whose ingest broke off. A server that loses its editor just before it is done may
   * still store the table, but then all of it.
   */
  async function ingestAgain(name: string): Promise<void> {
    const outcome = '(as a new dataset: 40,000 features, 4,000,000 values|already, with these very bytes)';
    await inWindow(here, async (workbench) => {
      await workbench.fileItem(`${name}.csv`).waitFor();
      await workbench.ingest(`${name}.csv`);
      await workbench.notification(new RegExp(`${name}\\.csv is stored ${outcome}`)).waitFor({ timeout: 60_000 });
      // The progress goes a moment after what came of it has been said.
      await until('one message', async () => (await workbench.readNotifications()).length === 1);
      await workbench.showDatasets();
      await workbench.treeItem(name).waitFor();
      assert.equal(await workbench.sidebar.getByRole('treeitem', { name: new RegExp(`^${name}`) }).count(), 1);
    });
  }

  return [
    {
      name: 'a window closed in the middle of an ingest leaves no half of it and no lock, and the table is ingested whole in the next one',
      async run() {
        await inWindow(here, async (workbench) => {
          await workbench.fileItem('closed.csv').waitFor();
          await workbench.ingest('closed.csv');
          await workbench.notification(/storing/).waitFor();
        });
        await ingestAgain('closed');
      },
    },
    {
      name: 'an extension host killed in the middle of an ingest leaves no half of it, no lock and no server behind',
      async run() {
        await inWindow(here, async (workbench) => {
          await workbench.fileItem('killed.csv').waitFor();
          await workbench.ingest('killed.csv');
          await workbench.notification(/storing/).waitFor();
          const server = await until('the language server runs', () => findServer(folders.extensions));
          process.kill(server.parentPid, 'SIGKILL');
          await until('it ends with its host', async () => (await findServer(folders.extensions))?.pid !== server.pid);
        });
        await ingestAgain('killed');
      },
    },
    {
      name: 'a table whose folder was removed from the workspace is judged on as a person types, and can be ingested',
      async run() {
        const assay = join(folders.workspace, '..', 'assay');
        await mkdir(assay);
        await writeFile(join(assay, 'plate.csv'), cleanTable);
        const workspace = join(folders.workspace, '..', 'both.code-workspace');
        await writeFile(workspace, JSON.stringify({ folders: [{ path: folders.workspace }, { path: assay }] }));
        await inWindow({ workspace }, async (workbench, page) => {
          // Now and then the editor opens a workspace without its folders, and has them when it is opened anew.
          await until('the workspace has its folders', async () => {
            const isShown = workbench.fileItem('assay').waitFor({ timeout: 8_000 });
            if (await isShown.then(() => true).catch(() => false)) return true;
            await page.reload();
            return false;
          });
          await workbench.fileItem('assay').click();
          await workbench.fileItem('plate.csv').waitFor();
          await workbench.openFile('plate.csv');
          await workbench.showProblems();
          await workbench.chooseInMenu(workbench.fileItem('assay'), 'Remove Folder from Workspace');
          await workbench.fileItem('assay').waitFor({ state: 'hidden' });
          await workbench.goToEnd();
          await page.keyboard.type('IL6, 12,29,32');
          await workbench.finding(/Blanks stand around "12"/).waitFor();
          await workbench.ingestActive();
          await workbench.dialog.getByRole('button', { name: 'Save and go on' }).first().click();
          await workbench.notification(/plate\.csv is stored as a new dataset/).waitFor();
          assert.equal((await workbench.readNotifications()).length, 1);
        });
      },
    },
  ];
}
