import { mkdir, writeFile } from 'node:fs/promises';
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

/** A table without findings. */
const names = ['BRAF', 'EGFR', 'ERBB2', 'FLT3', 'JAK2', 'KIT', 'MET', 'RET', 'SRC', 'CDK4', 'CDK6', 'ALK'];
const kinases = ['gene,S1,S2,S3', ...names.map((gene, row) => `${gene},1${row},27,3${row}`), ''].join('\n');

/** Uses the packaged extension in two windows at once, each on a folder of its own. */
export async function runWindows(): Promise<Tally> {
  const editor = await openTestEditor();
  await removeScreenshots('windows');
  const run = (): Promise<Tally> =>
    withTestFolders({ 'amprenta.ingest.ask': 'whenBlocking' }, async (folders) => {
      const other = join(folders.workspace, '..', 'other');
      await mkdir(other);
      await writeFile(join(other, 'kinases.csv'), kinases);
      await installPackage(editor, folders);
      return withEditor(editor, folders, async ({ openWindow }) => {
        const one = await openWindow({ folder: folders.workspace });
        const two = await openWindow({ folder: other });
        const shootBoth = async (shot: string): Promise<void> => {
          await shootInto(one, 'windows-one')(shot);
          if (!two.isClosed()) await shootInto(two, 'windows-two')(shot);
        };
        const tests = windowTests({ one: new Workbench(one), two: new Workbench(two), shootBoth });
        return runTests(tests, (failed) => shootBoth(`failure-${failed}`));
      });
    });
  return runTwiceAtMost(run);
}
