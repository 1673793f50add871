import assert from 'node:assert/strict';
import { appendFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeMatrix } from '../../bench/generateMatrix.ts';
import type { EditorTest } from '../editorTest.ts';
import type { TaskTools } from './taskTools.ts';

const synchronizedUpToBytes = 50 * 1024 * 1024;
const [features, samples] = [60_000, 120];
const badRow = (id: string, value: string): string => `${id},${value}${',1.5'.repeat(samples - 1)}\n`;

/** The suite on a file that is too large for the editor to hand it to an extension, in the order it is to run. */
export function largeFileTests({ workbench, folders, shoot }: TaskTools): readonly EditorTest[] {
  const { page, statusBar, problems } = workbench;
  const file = join(folders.workspace, 'huge.csv');
  return [
    {
      name: 'the status bar of a table over 50 MB says why it is not judged while a person types, and judges it on a click',
      async run() {
        await writeMatrix(file, features, samples);
        await appendFile(file, badRow('ENSG99999999998', 'lost vial'));
        assert.ok((await stat(file)).size > synchronizedUpToBytes, 'the file is large enough');
        await workbench.openFile('huge.csv');
        await workbench.showProblems();
        const item = statusBar.locator('.statusbar-item', { hasText: /Over 50 MB: validate/ }).first();
        await item.hover();
        await page
          .getByText(/not judged while you type/)
          .first()
          .waitFor();
        await shoot('16-huge-status');
        await item.click();
        await workbench.notification(/huge\.csv: .*1 error/).waitFor();
        await workbench.finding(/lost vial/).waitFor();
        await statusBar
          .getByText(/matrix, 1 error/)
          .first()
          .waitFor();
        await shoot('17-huge-validated');
        await workbench.clearNotifications();
      },
    },
    {
      name: '"Validate this file" brings new findings of such a table into the Problems panel, at their cells',
      async run() {
        await appendFile(file, badRow('ENSG99999999999', 'no signal'));
        await workbench.chooseInMenu(workbench.fileItem('huge.csv'), 'Validate this file');
        await workbench.notification(/huge\.csv: .*2 errors/).waitFor();
        await workbench.finding(/no signal/).waitFor();
        // The header is line 1, and the cell stands behind the id and its comma.
        for (const line of [features + 2, features + 3]) {
          await problems
            .getByText(new RegExp(`Ln ${line}, Col 17`))
            .first()
            .waitFor();
        }
        await workbench.clearNotifications();
      },
    },
    {
      name: 'what the status bar says of such a table goes when another one is in front',
      async run() {
        await statusBar
          .getByText(/matrix, 2 errors/)
          .first()
          .waitFor();
        await workbench.openFile('damaged.csv');
        await statusBar
          .getByText(/matrix, 2 errors/)
          .first()
          .waitFor({ state: 'hidden' });
      },
    },
  ];
}
