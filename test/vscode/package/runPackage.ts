import type { Tally } from '../../../scripts/testTally.ts';
import { installPackage } from '../host/packagedEditor.ts';
import { openTestEditor } from '../host/testEditor.ts';
import { withTestFolders } from '../host/testFolders.ts';
import { runTests } from '../runTests.ts';
import { packageTests } from './packageTests.ts';

/** Looks into the package for this platform, and runs its server where the editor installed it. */
export async function runPackage(): Promise<Tally> {
  const editor = await openTestEditor();
  return withTestFolders({}, async (folders) =>
    runTests(packageTests({ editor, folders, ...(await installPackage(editor, folders)) })),
  );
}
