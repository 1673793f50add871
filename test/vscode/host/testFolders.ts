import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { EditorFolders } from './editorServer.ts';
import { writeSettings } from './editorSettings.ts';
import { runProgram } from './runProgram.ts';

/** The project's root. */
export const root = dirname(dirname(dirname(import.meta.dirname)));

/** The folders of one suite: the editor's, the workspace with the sample tables, and the database's. */
export interface TestFolders extends EditorFolders {
  /** A home that is closed to all others, with the installed extensions in it. */
  readonly home: string;
  readonly workspace: string;
  readonly data: string;
}

/** Makes folders for a suite, runs it, and removes them. */
export async function withTestFolders<T>(
  settings: Readonly<Record<string, unknown>>,
  run: (folders: TestFolders) => Promise<T>,
): Promise<T> {
  const base = await mkdtemp(join(tmpdir(), 'amprenta-vscode-'));
  const [temporary, user, home] = [join(base, 'tmp'), join(base, 'user'), join(base, 'home')];
  const editorFolders = { temporary, user, home, extensions: join(home, 'extensions') };
  const folders = { ...editorFolders, workspace: join(base, 'omics'), data: join(base, 'data') };
  try {
    // For root the database runs as another user, who has to get to its folder.
    await chmod(base, 0o755);
    await mkdir(home, { mode: 0o700 });
    for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });
    await writeSettings(user, settings);
    await cp(join(root, 'media', 'samples'), folders.workspace, { recursive: true });
    return await run(folders);
  } finally {
    await stopDatabase(folders.data);
    await rm(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** The embedded server outlives the editor by a minute; its folder must not go under it. */
async function stopDatabase(data: string): Promise<void> {
  const env = { ...process.env, AMPRENTA_DATA_DIR: data };
  await runProgram(process.execPath, [join(root, 'dist', 'server', 'cli.js'), 'db', 'stop'], { cwd: root, env });
}
