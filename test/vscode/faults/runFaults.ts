import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tally } from '../../../scripts/testTally.ts';
import { writeMatrix } from '../../bench/generateMatrix.ts';
import { installPackage, withEditorPage } from '../host/packagedEditor.ts';
import { removeScreenshots, shootInto } from '../host/screenshots.ts';
import { openTestEditor } from '../host/testEditor.ts';
import { withTestFolders } from '../host/testFolders.ts';
import { Workbench } from '../host/workbench.ts';
import { runTests } from '../runTests.ts';
import { faultTests } from './faultTests.ts';

/** A table without findings. */
const genes = ['TP53', 'BRCA1', 'EGFR', 'MYC', 'KRAS', 'PTEN', 'RB1', 'ATM', 'CDK4', 'MDM2', 'BRAF', 'AKT1'];
const cleanTable = ['gene,S1,S2,S3', ...genes.map((gene, row) => `${gene},1${row},27,3${row}`), ''].join('\n');

/** Ends processes and files under the packaged extension while a person works in its interface. */
export async function runFaults(): Promise<Tally> {
  const editor = await openTestEditor();
  await removeScreenshots('faults');
  return withTestFolders({ 'amprenta.ingest.ask': 'whenBlocking' }, async (folders) => {
    await writeFile(join(folders.workspace, 'typed.csv'), cleanTable);
    await writeMatrix(join(folders.workspace, 'large.csv'), 60_000, 100);
    await installPackage(editor, folders);
    return withEditorPage(editor, folders, (page) => {
      const shoot = shootInto(page, 'faults');
      return runTests(faultTests({ workbench: new Workbench(page), folders, shoot }), (name) =>
        shoot(`failure-${name}`),
      );
    });
  });
}
