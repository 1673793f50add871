import { type EditorTest, until } from '../editorTest.ts';
import type { InterfaceTools } from './interfaceTests.ts';

/** Drives the view of stored datasets, of which there is one, `serum_metabolites`; to be run in this order. */
export function explorerTests({ page, shoot }: InterfaceTools): readonly EditorTest[] {
  const sidebar = page.locator('.sidebar');
  const picker = page.locator('.quick-input-widget');
  const choice = (label: string) => picker.locator('.monaco-list-row', { hasText: label }).first();
  const item = (name: RegExp) => sidebar.getByRole('treeitem', { name }).first();
  const [serum, proteins] = [/^serum_metabolites/, /^liver_proteinGroups/];

  async function callFromTitle(label: string): Promise<void> {
    // The buttons of a view appear where the pointer is, and what they say of themselves covers what lies below.
    await page.mouse.move(0, 0);
    await item(/^Metabolomics/).hover();
    await sidebar.getByRole('button', { name: label }).first().click();
  }

  return [
    {
      name: 'the list is narrowed while a filter is typed, says so, and is whole again afterwards',
      async run() {
        await page.keyboard.press('F1');
        await picker.first().waitFor();
        await page.keyboard.type('Ingest a sample table');
        await choice('Ingest a sample table').click();
        await choice('proteinGroups').click();
        await choice('Ingest').waitFor();
        await page.keyboard.press('Enter');
        await item(proteins).waitFor();
        await callFromTitle('Filter datasets');
        await picker.first().waitFor();
        await page.keyboard.type('serum');
        await item(proteins).waitFor({ state: 'hidden' });
        await shoot('10-filter');
        await page.keyboard.press('Enter');
        await item(serum).waitFor();
        await sidebar.getByText('Only datasets with "serum"').first().waitFor();
        await callFromTitle('Show all datasets again');
        await item(proteins).waitFor();
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
        await item(serum).waitFor();
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
        await choice('By name').click();
        await callFromTitle('Sort datasets');
        await picker.locator('.monaco-list-row', { hasText: 'By name' }).getByText('now').first().waitFor();
        await page.keyboard.press('Escape');
      },
    },
    {
      name: 'top features stand below a dataset, each with its figure',
      async run() {
        // A dataset that a filter hid meanwhile comes back closed.
        if ((await sidebar.getByRole('treeitem', { name: /^Top features/ }).count()) === 0) await item(serum).click();
        await item(/^Top features/).click();
        await until(
          'features with their figures',
          async () => (await sidebar.getByRole('treeitem', { name: /, SD [\d.]+ \(log2\)/ }).count()) > 2,
        );
        await shoot('11-top-features');
      },
    },
  ];
}
