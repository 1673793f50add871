import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { installExtension, startEditorServer } from './editorServer.ts';
import { openBrowser, type Page } from './playwright.ts';
import { runProgram } from './runProgram.ts';
import type { TestEditor } from './testEditor.ts';
import { root, type TestFolders } from './testFolders.ts';

const actionTimeoutMs = 30_000;

/** A package as it was made, and the folder that the editor installed it into. */
export interface InstalledPackage {
  readonly vsix: string;
  readonly folder: string;
}

/** Makes the package of what is built, and lets the editor install it. @throws Error naming the step that failed */
export async function installPackage(editor: TestEditor, folders: TestFolders): Promise<InstalledPackage> {
  const vsix = join(folders.temporary, 'amprenta.vsix');
  await runProgram(process.execPath, [join(root, 'scripts', 'package.ts'), '--out', vsix], { cwd: root });
  await installExtension(editor, folders, vsix);
  const name = (await readdir(folders.extensions)).find((entry) => entry.startsWith('amprenta.'));
  if (name === undefined)
    throw new Error('The editor says that it installed the package, and its folder is not there.');
  return { vsix, folder: join(folders.extensions, name) };
}

/** What a window shows: a folder, or a `.code-workspace` file with several. */
export type WindowContents = { readonly folder: string } | { readonly workspace: string };

/** A running editor, in which windows are opened; each is a page of one browser. */
export interface PackagedEditor {
  openWindow(contents: WindowContents): Promise<Page>;
}

/** Starts an editor on the folders, hands it over, and closes it with all its windows. */
export async function withEditor<Result>(
  editor: TestEditor,
  folders: TestFolders,
  use: (running: PackagedEditor) => Promise<Result>,
  { withTrust = false }: { readonly withTrust?: boolean } = {},
): Promise<Result> {
  process.env.AMPRENTA_DATA_DIR = folders.data;
  // Without the driver, which hides notifications.
  const server = await startEditorServer(editor, folders, { withDriver: false, withTrust });
  try {
    const browser = await openBrowser(editor, folders.temporary);
    const openWindow = async (contents: WindowContents): Promise<Page> => {
      const page = await browser.openPage();
      page.setDefaultTimeout(actionTimeoutMs);
      await page.goto(`http://127.0.0.1:${server.port}/?${new URLSearchParams({ ...contents })}`);
      return page;
    };
    try {
      return await use({ openWindow });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** Opens the workspace in one window of an editor, hands over its page, and closes all of it. */
export async function withEditorPage<Result>(
  editor: TestEditor,
  folders: TestFolders,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  return withEditor(editor, folders, async ({ openWindow }) => use(await openWindow({ folder: folders.workspace })));
}
