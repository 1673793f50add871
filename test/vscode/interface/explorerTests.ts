import { type EditorTest, until } from '../editorTest.ts';
import type { InterfaceTools } from './interfaceTests.ts';

/** Drives the view of stored datasets, of which there is one, `serum_metabolites`; to be run in this order. */
export function explorerTests({ workbench, shoot }: InterfaceTools): readonly EditorTest[] {
  const { page, picker, sidebar } = workbench;
  const [serum, proteins] = [workbench.treeItem('serum_metabolites'), workbench.treeItem('liver_proteinGroups')];
  const topFeatures = workbench.treeItem('Top features');

  async function callFromTitle(label: string): Promise<void> {
    // The buttons of a view appear where the pointer is, and what they say of themselves covers what lies below.
    await page.mouse.move(0, 0);
    await workbench.treeItem('Metabolomics').hover();
    await sidebar.getByRole('button', { name: label }).first().click();
  }

  return [
    {
      name: 'the list is narrowed while a filter is typed, says so, and is whole again afterwards',
      async run() {
        await workbench.runCommand('Ingest a sample table');
        await workbench.choice('proteinGroups').click();
        await workbench.choice('Ingest').waitFor();
        await page.keyboard.press('Enter');
        await proteins.waitFor();
        await callFromTitle('Filter datasets');
        await picker.first().waitFor();
        await page.keyboard.type('serum');
        await proteins.waitFor({ state: 'hidden' });
        await shoot('10-filter');
        await page.keyboard.press('Enter');
        await serum.waitFor();
        await sidebar.getByText('Only datasets with "serum"').first().waitFor();
        await callFromTitle('Show all datasets again');
        await proteins.waitFor();
      },
    },
    {
      name: 'a filter that nothing matches says so, and Escape takes it back',
      async run() {
        await callFromTitle('Filter datasets');
        await picker.first().waitFor();
        await page.keyboard.type('no such thing');
        await sidebar.getByText('No dataset matches "no such thing".').first().waitFor();
        await page.keyboard.press('Escape');
        await serum.waitFor();
        await sidebar
          .getByText(/No dataset matches/)
          .first()
          .waitFor({ state: 'hidden' });
      },
    },
    {
      name: 'the order can be chosen, and is marked among the choices',
      async run() {
        await callFromTitle('Sort datasets');
        await workbench.choice('By name').click();
        await callFromTitle('Sort datasets');
        await picker.locator('.monaco-list-row', { hasText: 'By name' }).getByText('now').first().waitFor();
        await page.keyboard.press('Escape');
      },
    },
    {
      name: 'top features stand below a dataset, each with its figure',
      async run() {
        // A dataset that a filter hid meanwhile comes back closed.
        if ((await topFeatures.count()) === 0) await serum.click();
        await topFeatures.click();
        await until(
          'features with their figures',
          async () => (await sidebar.getByRole('treeitem', { name: /, SD [\d.]+ \(log2\)/ }).count()) > 2,
        );
        await shoot('11-top-features');
      },
    },
  ];
}
