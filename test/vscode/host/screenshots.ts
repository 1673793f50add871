import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from './playwright.ts';
import { root } from './testFolders.ts';

const folder = join(root, 'test', '.output', 'screenshots');

/** Keeps what a page looks like now, under a name. */
export type Shoot = (name: string) => Promise<void>;

/** Makes pictures of a page, as `PREFIX-NAME.png` in the folder that is kept after a run. */
export function shootInto(page: Page, prefix: string): Shoot {
  return async (name) => {
    await mkdir(folder, { recursive: true });
    // A test's sentence may be its picture's name.
    const fileName = `${prefix}-${name.slice(0, 60).replaceAll(/[^\w-]+/g, '-')}.png`;
    await page.screenshot({ path: join(folder, fileName) });
  };
}

/** Removes the pictures of the last run that have such a prefix. */
export async function removeScreenshots(prefix: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).filter((name) => name.startsWith(`${prefix}-`));
  await Promise.all(old.map((name) => rm(join(folder, name))));
}
