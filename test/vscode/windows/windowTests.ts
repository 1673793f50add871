import assert from 'node:assert/strict';
import type { EditorTest } from '../editorTest.ts';
import type { Shoot } from '../host/screenshots.ts';
import type { Workbench } from '../host/workbench.ts';

/** What the tests drive: two windows of one editor on different folders, and pictures of both. */
export interface WindowTools {
  readonly one: Workbench;
  readonly two: Workbench;
  readonly shootBoth: Shoot;
}

/** The suite that works in two windows at once, in the order in which it is to run. */
export function windowTests({ one, two, shootBoth }: WindowTools): readonly EditorTest[] {
  return [
    {
      name: 'a dataset ingested in one window appears in the other, which is not touched',
      async run() {
        for (const window of [one, two]) {
          await window.fileItem('csv').waitFor();
          await window.showDatasets();
          await window.sidebar
            .getByText(/No dataset is stored yet/)
            .first()
            .waitFor();
        }
        await one.ingest('serum_metabolites.csv');
        await one.notification(/stored as a new dataset/).waitFor();
        await two.treeItem('serum_metabolites').waitFor();
        await two.statusBar.getByText('1 dataset').first().waitFor();
        await shootBoth('1-ingested');
      },
    },
    {
      name: 'so does one that the other window ingests, even where the view is hidden behind the files',
      async run() {
        await two.ingest('kinases.csv');
        await two.notification(/stored as a new dataset/).waitFor();
        await one.statusBar.getByText('2 datasets').first().waitFor();
        await one.showDatasets();
        await one.treeItem('kinases').waitFor();
      },
    },
    {
      name: 'a dataset deleted in one window goes from the other',
      async run() {
        await two.showDatasets();
        // Only a tree that is whole stays where it is while a person points at it.
        await two.treeItem('kinases').waitFor();
        await two.chooseInMenu(two.treeItem('serum_metabolites'), 'Delete');
        await two.dialog
          .getByText(/serum_metabolites/)
          .first()
          .waitFor();
        await two.dialog.getByRole('button', { name: 'Delete' }).first().click();
        await one.treeItem('serum_metabolites').waitFor({ state: 'hidden' });
        await one.treeItem('kinases').waitFor();
        await one.statusBar.getByText('1 dataset').first().waitFor();
        await shootBoth('2-deleted');
      },
    },
    {
      name: 'the window that is left works on after the other was closed',
      async run() {
        await two.page.close();
        await one.ingest('serum_metabolites.csv');
        await one.notification(/serum_metabolites\.csv is stored as a new dataset/).waitFor();
        await one.showDatasets();
        await one.treeItem('serum_metabolites').waitFor();
        assert.ok((await one.readNotifications()).every((text) => text.includes('stored as a new dataset')));
      },
    },
  ];
}
