import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type EditorTest, until } from '../editorTest.ts';
import type { Locator, Page } from '../host/playwright.ts';
import { runProgram } from '../host/runProgram.ts';
import { root, type TestFolders } from '../host/testFolders.ts';
import { killServerOf } from './serverProcesses.ts';

/** What the tests drive, what they end things in, and where they keep what it looked like. */
export interface FaultTools {
  readonly page: Page;
  readonly folders: TestFolders;
  readonly shoot: (name: string) => Promise<void>;
}

const sample = 'serum_metabolites';
const serverIsGone = /server has ended unexpectedly/;

/** The suite of faults, in the order in which it is to run. */
export function faultTests({ page, folders, shoot }: FaultTools): readonly EditorTest[] {
  const sidebar = page.locator('.sidebar');
  const picker = page.locator('.quick-input-widget');
  const notifications = page.locator('.notification-list-item');
  const problems = page.locator('.markers-panel');
  const dataset = (name: string): Locator => sidebar.getByRole('treeitem', { name: new RegExp(`^${name}`) });
  const notification = (text: string | RegExp): Locator =>
    page.locator('.notification-list-item', { hasText: text }).first();
  const fileItem = (name: string): Locator =>
    page
      .locator('.explorer-folders-view')
      .getByRole('treeitem', { name: new RegExp(name) })
      .first();

  async function runCommand(title: string): Promise<void> {
    await page.keyboard.press('F1');
    await picker.first().waitFor();
    await page.keyboard.type(title);
    await picker.locator('.monaco-list-row', { hasText: title }).first().click();
  }

  async function ingest(name: string): Promise<void> {
    await page.keyboard.press('Control+Shift+E');
    const entry = page.locator('.monaco-menu').locator('.action-label', { hasText: 'Ingest this file' });
    // The extension's entries appear some seconds after the explorer.
    await until('the menu has "Ingest this file"', async () => {
      await fileItem(name).click({ button: 'right' });
      await page.locator('.monaco-menu').first().waitFor();
      if ((await entry.count()) > 0) return true;
      await page.keyboard.press('Escape');
      return false;
    });
    // A menu lets go of a click that follows its opening at once.
    await until('the entry is chosen', async () => {
      if ((await entry.count()) === 0) return true;
      await entry.first().hover();
      await page.keyboard.press('Enter');
      return false;
    });
  }

  async function openDatasets(): Promise<void> {
    const container = page.locator('.activitybar').getByRole('tab', { name: /Amprenta Omics/ });
    await container.first().click();
  }

  /** What is said in notifications, each as one text. */
  async function readNotifications(): Promise<string[]> {
    const texts: string[] = [];
    for (let index = 0; index < (await notifications.count()); index++) {
      texts.push(await notifications.nth(index).innerText());
    }
    return texts;
  }

  async function restartFromMessage(): Promise<void> {
    await notification(serverIsGone).waitFor();
    const texts = await until('the progress of what broke off is gone', async () => {
      const all = await readNotifications();
      return all.some((text) => text.includes('Ingesting')) ? null : all;
    });
    assert.equal(texts.length, 1, `one message, not: ${texts.join(' | ')}`);
    await notification(serverIsGone).getByRole('button', { name: 'Restart server' }).first().click();
    await notification(serverIsGone).waitFor({ state: 'hidden' });
  }

  return [
    {
      name: 'a server killed while a person types is told of once, and "Restart server" brings the findings back',
      async run() {
        await fileItem('typed.csv').waitFor();
        await fileItem('typed.csv').dblclick();
        await page.locator('.tab.active', { hasText: 'typed.csv' }).first().waitFor();
        await page.keyboard.press('Control+Shift+M');
        await page.locator('.editor-instance .view-lines').first().click();
        await page.keyboard.press('Control+End');
        await page.keyboard.type('FOXP3,10,see note,30');
        await problems
          .getByText(/see note/)
          .first()
          .waitFor();
        await page.keyboard.press('Enter');
        await page.keyboard.type('IL2, 11,');
        await killServerOf(folders.extensions);
        await page.keyboard.type('28,31');
        await notification(serverIsGone).waitFor();
        await shoot('1-killed');
        await restartFromMessage();
        await problems
          .getByText(/Blanks stand around "11"/)
          .first()
          .waitFor();
        await shoot('2-restarted');
      },
    },
    {
      name: 'a file deleted while it is open is judged on as a person types',
      async run() {
        await rm(join(folders.workspace, 'typed.csv'));
        await fileItem('typed.csv').waitFor({ state: 'hidden' });
        await page.locator('.editor-instance .view-lines').first().click();
        await page.keyboard.press('Control+End');
        await page.keyboard.press('Enter');
        await page.keyboard.type('IL6, 12,29,32');
        await problems
          .getByText(/Blanks stand around "12"/)
          .first()
          .waitFor();
        await shoot('3-deleted');
        assert.deepEqual(await readNotifications(), []);
      },
    },
    {
      name: '"Restart server" during an ingest says once what it broke off',
      async run() {
        await ingest('large.csv');
        await notification(/storing/).waitFor();
        await runCommand('Amprenta: Restart server');
        await notification(/was restarted, because you asked for it/).waitFor();
        const texts = await until('the progress of what broke off is gone', async () => {
          const all = await readNotifications();
          return all.some((text) => text.includes('Ingesting')) ? null : all;
        });
        assert.equal(texts.length, 1, `one message, not: ${texts.join(' | ')}`);
        assert.match(texts[0] ?? '', /broke off the ingest of large\.csv/);
        await shoot('4-restarted-in-ingest');
        await runCommand('Notifications: Clear All Notifications');
      },
    },
    {
      name: 'a server killed during an ingest is told of once and stores nothing, and the table can be ingested again',
      async run() {
        await ingest('large.csv');
        await notification(/storing/).waitFor();
        await killServerOf(folders.extensions);
        await notification(serverIsGone).waitFor();
        await shoot('5-killed-in-ingest');
        await restartFromMessage();
        await openDatasets();
        await sidebar
          .getByText(/No dataset is stored yet/)
          .first()
          .waitFor();
        await ingest('large.csv');
        await notification(/large\.csv is stored as a new dataset/).waitFor({ timeout: 60_000 });
        await runCommand('Notifications: Clear All Notifications');
      },
    },
    {
      name: 'a database stopped under the open view is said to be away, and its datasets come back on "Refresh datasets"',
      async run() {
        await ingest(`${sample}.csv`);
        await notification(/stored as a new dataset/).waitFor();
        await runCommand('Notifications: Clear All Notifications');
        await openDatasets();
        await dataset(sample).first().waitFor();
        const env = { ...process.env, AMPRENTA_DATA_DIR: folders.data };
        await runProgram(process.execPath, [join(root, 'dist', 'server', 'cli.js'), 'db', 'stop'], { cwd: root, env });
        await sidebar
          .getByText(/was stopped, or can't be reached/)
          .first()
          .waitFor();
        await shoot('6-database-stopped');
        await dataset(sample).first().waitFor({ state: 'hidden' });
        await runCommand('Amprenta: Refresh datasets');
        await until('both datasets are listed again', async () => {
          return (await dataset(sample).count()) > 0 && (await dataset('large').count()) > 0;
        });
        await shoot('7-database-back');
        assert.deepEqual(await readNotifications(), []);
      },
    },
  ];
}
