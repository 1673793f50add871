import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tally } from '../../../scripts/testTally.ts';
import { installPackage, withEditor } from '../host/packagedEditor.ts';
import { removeScreenshots, shootInto } from '../host/screenshots.ts';
import { openTestEditor } from '../host/testEditor.ts';
import { withTestFolders } from '../host/testFolders.ts';
import { Workbench } from '../host/workbench.ts';
import { runTests } from '../runTests.ts';
import { runTwiceAtMost } from '../runTwiceAtMost.ts';
import { windowTests } from './windowTests.ts';

/** Uses the packaged extension in two windows at once, each on a folder of its own. */
export async function runWindows(): Promise<Tally> {
  const editor = await openTestEditor();
  await removeScreenshots('windows');
  const run = (): Promise<Tally> =>
    withTestFolders({ 'amprenta.ingest.ask': 'whenBlocking' }, async (folders) => {
      const other = join(folders.workspace, '..', 'other');
      await mkdir(other);
      const name = 'lung_gene_counts.tsv';
      await rename(join(folders.workspace, name), join(other, name));
      await installPackage(editor, folders);
      return withEditor(editor, folders, async ({ openWindow }) => {
        const one = await openWindow({ folder: folders.workspace });
        const two = await openWindow({ folder: other });
        const shootBoth = async (shot: string): Promise<void> => {
          await shootInto(one, 'windows')(`${shot}-one`);
          await shootInto(two, 'windows')(`${shot}-two`);
        };
        const tests = windowTests({ one: new Workbench(one), two: new Workbench(two), shootBoth });
        return runTests(tests, (failed) => shootBoth(`failure-${failed}`));
      });
    });
  return runTwiceAtMost(run);
}
