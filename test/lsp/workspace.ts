import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { serverSettings } from '../integration/cli/runCli.ts';
import { type FreshDatabase, freshDatabase } from '../support/postgres.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { type ServerProcess, startServer } from './serverProcess.ts';

/** A folder whose .env names a database of the test's own. */
export interface WorkspaceFolder {
  readonly folder: string;
  readonly database: FreshDatabase;
  /** Writes a file and answers its URI. */
  write(name: string, content: string): Promise<string>;
}

/** Makes such a folder, which goes with its database when the test ends. */
export async function openFolder(): Promise<WorkspaceFolder> {
  const folder = await temporaryFolder();
  const database = await freshDatabase();
  onTestFinished(database.drop);
  const settings = Object.entries(serverSettings(database.target)).map(([name, text]) => `${name}=${text}\n`);
  await writeFile(join(folder, '.env'), settings.join(''));
  return { folder, database, write: (name, content) => writeIn(folder, name, content) };
}

/** The same, with a server that has it open. */
export async function openWorkspace(): Promise<WorkspaceFolder & { readonly server: ServerProcess }> {
  const opened = await openFolder();
  return { ...opened, server: await startServer({ folder: opened.folder }) };
}

/** Writes a file and answers its URI. */
export async function writeIn(folder: string, name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return pathToFileURL(path).href;
}
