import { until } from '../editorTest.ts';
import type { Frame, Locator, Page } from './playwright.ts';

/** An editor window as a person has it: what is seen is found by its words, what is done is done with mouse and keys. */
export class Workbench {
  readonly page: Page;
  readonly sidebar: Locator;
  readonly dialog: Locator;
  /** The list that opens at the top: the palette, and every question with several answers. */
  readonly picker: Locator;
  readonly problems: Locator;
  readonly statusBar: Locator;
  readonly #notifications: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sidebar = page.locator('.sidebar');
    this.dialog = page.locator('.monaco-dialog-box');
    this.picker = page.locator('.quick-input-widget');
    this.problems = page.locator('.markers-panel');
    this.statusBar = page.locator('.statusbar');
    this.#notifications = page.locator('.notification-list-item');
  }

  /** A file or folder of the explorer. */
  fileItem(name: string): Locator {
    const files = this.page.locator('.explorer-folders-view');
    return files.getByRole('treeitem', { name: new RegExp(name.replaceAll('.', '\\.')) }).first();
  }

  /** An entry of the datasets' view, by how its name begins. */
  treeItem(name: string): Locator {
    return this.sidebar.getByRole('treeitem', { name: new RegExp(`^${name}`) }).first();
  }

  /** An answer of the open question. */
  choice(label: string | RegExp): Locator {
    return this.picker.locator('.monaco-list-row', { hasText: label }).first();
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-list-item', { hasText: text }).first();
  }

  /** A finding in the Problems panel. */
  finding(text: string | RegExp): Locator {
    return this.problems.getByText(text).first();
  }

  /** The page that an extension shows in front; of several, the last one. */
  webview(): Frame {
    const outer = this.page.locator('iframe.webview:visible').last().contentFrame();
    return outer.locator('iframe#active-frame').contentFrame();
  }

  /** What is said in notifications, each as one text. */
  readNotifications(): Promise<string[]> {
    return this.#notifications.allInnerTexts();
  }

  /** Runs a command from the palette, by the title a person reads there. */
  async runCommand(title: string): Promise<void> {
    // A key that is pressed while the focus goes over to an extension's page is lost, and a person presses it again.
    await until(`the palette opens for ${title}`, async () => {
      await this.page.keyboard.press('F1');
      return this.picker
        .first()
        .waitFor({ timeout: 2000 })
        .then(() => true)
        .catch(() => false);
    });
    await this.page.keyboard.type(title);
    await this.choice(title).click();
  }

  /** Takes every notification away. */
  async clearNotifications(): Promise<void> {
    await this.runCommand('Notifications: Clear All Notifications');
  }

  async showFiles(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+E');
  }

  async showProblems(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+M');
    await this.problems.first().waitFor();
  }

  async showDatasets(): Promise<void> {
    const container = this.page.locator('.activitybar').getByRole('tab', { name: /Amprenta Omics/ });
    await container.first().click();
  }

  /** Opens a file of the explorer, and puts the cursor at its end. */
  async openFile(name: string): Promise<void> {
    await this.showFiles();
    await this.fileItem(name).dblclick();
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor();
    await this.goToEnd();
  }

  /** Puts the cursor at the end of the active editor. */
  async goToEnd(): Promise<void> {
    await this.page.locator('.editor-group-container.active .editor-instance .view-lines').first().click();
    await this.page.keyboard.press('Control+End');
  }

  /** Chooses an entry of an item's context menu; `look` may look at the open menu first. */
  async chooseInMenu(item: Locator, label: string, look: () => Promise<void> = async () => undefined): Promise<void> {
    const entry = await this.openMenu(item, label);
    // It fades in, and is whole under the mouse.
    await entry.first().hover();
    await look();
    // A menu lets go of a click that follows its opening at once.
    await until(`"${label}" is chosen`, async () => {
      if ((await entry.count()) === 0) return true;
      await entry.first().hover();
      await this.page.keyboard.press('Enter');
      return false;
    });
  }

  /** Opens an item's context menu, and answers its entry. @throws Error where it has none of that name to be chosen */
  async openMenu(item: Locator, label: string): Promise<Locator> {
    const menu = this.page.locator('.monaco-menu');
    const entry = menu.locator('.action-item:not(.disabled) .action-label', { hasText: label });
    // The extension's entries appear some seconds after the explorer, and are grey until the editor knows of trust.
    await until(`the menu has "${label}"`, async () => {
      await item.click({ button: 'right' });
      await menu.first().waitFor();
      if ((await entry.count()) > 0) return true;
      await this.page.keyboard.press('Escape');
      return false;
    });
    return entry;
  }

  /** Chooses "Ingest this file" on a file of the explorer. */
  async ingest(name: string): Promise<void> {
    await this.showFiles();
    await this.chooseInMenu(this.fileItem(name), 'Ingest this file');
  }

  /** Presses "Ingest this file" above the active editor. */
  async ingestActive(): Promise<void> {
    await this.page
      .locator('.editor-actions')
      .getByRole('button', { name: /Ingest this file/ })
      .first()
      .click();
  }
}
