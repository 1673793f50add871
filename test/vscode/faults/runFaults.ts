import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addTallies, type Tally } from '../../../scripts/testTally.ts';
import { writeMatrix } from '../../bench/generateMatrix.ts';
import { installPackage, withEditor } from '../host/packagedEditor.ts';
import { removeScreenshots, shootInto } from '../host/screenshots.ts';
import { openTestEditor, type TestEditor } from '../host/testEditor.ts';
import { withTestFolders } from '../host/testFolders.ts';
import { Workbench } from '../host/workbench.ts';
import { runTests } from '../runTests.ts';
import { runTwiceAtMost } from '../runTwiceAtMost.ts';
import { closingTests } from './closingTests.ts';
import { faultTests } from './faultTests.ts';

/** A table without findings. */
const genes = ['TP53', 'BRCA1', 'EGFR', 'MYC', 'KRAS', 'PTEN', 'RB1', 'ATM', 'CDK4', 'MDM2', 'BRAF', 'AKT1'];
const cleanTable = ['gene,S1,S2,S3', ...genes.map((gene, row) => `${gene},1${row},27,3${row}`), ''].join('\n');

/** Ends processes and files under the packaged extension while a person works in its interface. */
export async function runFaults(): Promise<Tally> {
  const editor = await openTestEditor();
  await removeScreenshots('faults');
  return runTwiceAtMost(() => runOnce(editor));
}

function runOnce(editor: TestEditor): Promise<Tally> {
  return withTestFolders({ 'amprenta.ingest.ask': 'whenBlocking' }, async (folders) => {
    await writeFile(join(folders.workspace, 'typed.csv'), cleanTable);
    await writeMatrix(join(folders.workspace, 'large.csv'), 60_000, 100);
    await writeMatrix(join(folders.workspace, 'closed.csv'), 40_000, 100, 2);
    await writeMatrix(join(folders.workspace, 'killed.csv'), 40_000, 100, 3);
    await installPackage(editor, folders);
    return withEditor(editor, folders, async ({ openWindow }) => {
      const page = await openWindow({ folder: folders.workspace });
      const shoot = shootInto(page, 'faults');
      const tests = faultTests({ workbench: new Workbench(page), folders, shoot });
      const tally = await runTests(tests, (name) => shoot(`failure-${name}`));
      await page.close();
      return addTallies(tally, await runTests(closingTests({ openWindow, folders })));
    });
  });
}
