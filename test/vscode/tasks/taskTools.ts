import type { Shoot } from '../host/screenshots.ts';
import type { TestFolders } from '../host/testFolders.ts';
import type { Workbench } from '../host/workbench.ts';

/** What the tests drive, where its files lie, and where they keep what it looked like. */
export interface TaskTools {
  readonly workbench: Workbench;
  readonly folders: TestFolders;
  readonly shoot: Shoot;
}
