import type { Tally } from '../../../scripts/testTally.ts';
import { installPackage, withEditorPage } from '../host/packagedEditor.ts';
import { removeScreenshots, shootInto } from '../host/screenshots.ts';
import { openTestEditor } from '../host/testEditor.ts';
import { withTestFolders } from '../host/testFolders.ts';
import { Workbench } from '../host/workbench.ts';
import { runTests } from '../runTests.ts';
import { runTwiceAtMost } from '../runTwiceAtMost.ts';
import { folderTests } from './folderTests.ts';
import { largeFileTests } from './largeFileTests.ts';
import { reportTests } from './reportTests.ts';
import { savingTests } from './savingTests.ts';
import { sheetTests } from './sheetTests.ts';
import { taskSettings } from './taskSettings.ts';

/** Does with the packaged extension what takes a person several steps. */
export async function runTasks(): Promise<Tally> {
  const editor = await openTestEditor();
  await removeScreenshots('tasks');
  const run = (): Promise<Tally> =>
    withTestFolders(taskSettings, async (folders) => {
      await installPackage(editor, folders);
      return withEditorPage(editor, folders, (page) => {
        const shoot = shootInto(page, 'tasks');
        const tools = { workbench: new Workbench(page), folders, shoot };
        const tests = [
          ...savingTests(tools),
          ...folderTests(tools),
          ...largeFileTests(tools),
          ...sheetTests(tools),
          ...reportTests(tools),
        ];
        return runTests(tests, (name) => shoot(`failure-${name}`));
      });
    });
  return runTwiceAtMost(run);
}
