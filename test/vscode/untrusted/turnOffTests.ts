import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFileName } from '../../../shared/src/overrides.ts';
import { type EditorTest, until } from '../editorTest.ts';
import type { TaskTools } from '../tasks/taskTools.ts';

const comment = '// what we know of our tables';

/** The suite that turns codes off where they are found: in an open table in which blanks stand around a cell. */
export function turnOffTests({ workbench, folders, shoot }: TaskTools, cell: string): readonly EditorTest[] {
  const { page } = workbench;
  const file = join(folders.workspace, projectFileName);
  const finding = workbench.finding(new RegExp(`Blanks stand around "${cell}"`));
  const choose = async (action: string): Promise<void> => {
    await finding.dblclick();
    await page.locator('.editor-instance .codicon-light-bulb, .editor-instance [class*="lightbulb"]').first().click();
    const actions = page.locator('.action-widget');
    await actions.getByText(action).first().waitFor();
    await shoot('turn-off');
    await actions.getByText(action).first().click();
    await finding.waitFor({ state: 'hidden' });
  };
  const untilText = (what: string, text: string): Promise<boolean> =>
    until(what, async () => (await readFile(file, 'utf8')) === text);

  return [
    {
      name: 'a code is turned off for a file, its comments kept, in the .amprenta.json there is; undo takes it back',
      async run() {
        const before = `{\n  ${comment}\n  "maximumShown": 100\n}\n`;
        await writeFile(file, before);
        await choose('Turn off outer-space for this file');
        const text = await readFile(file, 'utf8');
        assert.ok(text.includes(comment), text);
        assert.match(text, /"tables": \{\s*"[^"]+\.csv": \{\s*"rules": \{\s*"outer-space": "off"\s*\}\s*\}\s*\}/);
        await workbench
          .notification(/outer-space is off for/)
          .getByRole('button', { name: /Open/ })
          .click();
        await page.locator('.tab.active', { hasText: projectFileName }).first().waitFor();
        await workbench.goToEnd();
        await page.keyboard.press('Control+Z');
        await page.keyboard.press('Control+S');
        await untilText('the old text is saved', before);
        await finding.waitFor();
      },
    },
    {
      name: "a code is turned off in a folder's tables, in a new .amprenta.json, until that is deleted",
      async run() {
        await page.keyboard.press('Control+W');
        await rm(file);
        await choose("Turn off outer-space in this folder's tables");
        assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), { rules: { 'outer-space': 'off' } });
        await rm(file);
        await finding.waitFor();
        await workbench.clearNotifications();
      },
    },
  ];
}
