import { type Disposable, type QuickPickItem, window } from 'vscode';
import type { DatasetSort } from '#shared/dataset.ts';
import { nodeOf } from '../views/datasets/chosenNode.ts';
import type { ViewQuery } from '../views/datasets/viewQuery.ts';
import type { CommandFactory } from './command.ts';

/** How long a person may pause between keys before the list is read anew. */
const typingPauseMs = 200;

/** Narrows the list to what is typed while it is typed; Escape brings the former filter back. */
export const filterDatasets: CommandFactory =
  ({ context }) =>
  async () =>
    askForFilter(context.datasets.query);

/** Shows all datasets again. */
export const clearFilter: CommandFactory =
  ({ context }) =>
  async () =>
    context.datasets.query.filter('');

const sortChoices = [
  { sort: 'updated', label: 'Last changed first' },
  { sort: 'created', label: 'Newest first', detail: 'By when they were ingested for the first time' },
  { sort: 'name', label: 'By name' },
  { sort: 'features', label: 'Most features first' },
] as const satisfies readonly (QuickPickItem & { readonly sort: DatasetSort })[];

/** Asks for the order of the list; it is kept. */
export const sortDatasets: CommandFactory =
  ({ context }) =>
  async () => {
    const { query } = context.datasets;
    const items = sortChoices.map((choice) =>
      choice.sort === query.sort ? { ...choice, description: 'now' } : choice,
    );
    const chosen = await window.showQuickPick(items, { title: 'Order of datasets' });
    if (chosen !== undefined) await query.sortBy(chosen.sort);
  };

/** Reads on in a long list. */
export const showMore: CommandFactory =
  ({ view }) =>
  async (given) => {
    const node = nodeOf(given, view);
    if (node?.kind === 'more') await view.tree.showMore(node);
  };

function askForFilter(query: ViewQuery): Promise<void> {
  const before = query.text;
  const input = window.createInputBox();
  input.title = 'Filter datasets';
  input.placeholder = 'Part of the name or layout, or the beginning of the id';
  input.value = before;
  const { promise, resolve } = Promise.withResolvers<void>();
  let pause: NodeJS.Timeout | undefined;
  let isAccepted = false;
  const listeners: Disposable[] = [
    input.onDidChangeValue((text) => {
      clearTimeout(pause);
      pause = setTimeout(() => query.filter(text), typingPauseMs);
    }),
    input.onDidAccept(() => {
      isAccepted = true;
      input.hide();
    }),
    input.onDidHide(() => {
      clearTimeout(pause);
      query.filter(isAccepted ? input.value : before);
      for (const listener of [...listeners, input]) listener.dispose();
      resolve();
    }),
  ];
  input.show();
  return promise;
}
