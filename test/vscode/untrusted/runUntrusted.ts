import type { Tally } from '../../../scripts/testTally.ts';
import { installPackage, withEditor } from '../host/packagedEditor.ts';
import { removeScreenshots, shootInto } from '../host/screenshots.ts';
import { openTestEditor } from '../host/testEditor.ts';
import { withTestFolders } from '../host/testFolders.ts';
import { Workbench } from '../host/workbench.ts';
import { runTests } from '../runTests.ts';
import { runTwiceAtMost } from '../runTwiceAtMost.ts';
import { untrustedTests } from './untrustedTests.ts';

/** No question at the start: the workspace is not trusted, and stays so. */
const settings = { 'security.workspace.trust.startupPrompt': 'never' };

/** Uses the packaged extension in a workspace that is not trusted. */
export async function runUntrusted(): Promise<Tally> {
  const editor = await openTestEditor();
  await removeScreenshots('untrusted');
  const run = (): Promise<Tally> =>
    withTestFolders(settings, async (folders) => {
      await installPackage(editor, folders);
      return withEditor(
        editor,
        folders,
        async ({ openWindow }) => {
          const page = await openWindow({ folder: folders.workspace });
          const shoot = shootInto(page, 'untrusted');
          const tests = untrustedTests({ workbench: new Workbench(page), folders, shoot });
          return runTests(tests, (name) => shoot(`failure-${name}`));
        },
        { withTrust: true },
      );
    });
  return runTwiceAtMost(run);
}
