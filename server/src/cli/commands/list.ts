import type { Command } from 'commander';
import type { ListedDataset, ListReport } from '#shared/contracts/listReport.ts';
import type { OmicsType } from '#shared/dataset.ts';
import type { DatasetSummary } from '../../ingest/datasetStore.ts';
import { countText } from '../../reports/words.ts';
import { withStore } from '../database.ts';
import { omicsTypeOption } from '../omicsTypeOption.ts';
import type { Session } from '../session.ts';
import { textTable } from '../textTable.ts';

interface ListOptions {
  readonly omicsType?: OmicsType;
  readonly json?: true;
}

/** Adds `list`, which prints the stored datasets. */
export function addList(program: Command, session: Session): void {
  program
    .command('list')
    .summary('list the stored datasets')
    .description('Lists the stored datasets, the newest first.')
    .addOption(omicsTypeOption('only those of this type'))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  amprenta list --omics-type lipidomics')
    .action(async (options: ListOptions) => {
      const { omicsType } = options;
      const datasets = await withStore(session.terminal, (store) => store.list(omicsType ? { omicsType } : {}));
      const text = options.json ? `${JSON.stringify(listReport(datasets))}\n` : listText(datasets);
      if (text === '') session.terminal.note('No datasets are stored. Store one with: amprenta ingest FILE');
      await session.terminal.write(text);
    });
}

function listReport(datasets: readonly DatasetSummary[]): ListReport {
  return datasets.map(listedDataset);
}

/** A stored dataset as the contract writes it. */
export function listedDataset(dataset: DatasetSummary): ListedDataset {
  const { id, name, omicsType, profile, features, columns, revision } = dataset;
  const createdAt = dataset.createdAt.toISOString();
  return {
    id,
    name,
    omicsType,
    profile,
    features,
    columns,
    revision,
    createdAt,
    updatedAt: dataset.updatedAt.toISOString(),
  };
}

function listText(datasets: readonly DatasetSummary[]): string {
  if (datasets.length === 0) return '';
  const lines = textTable(
    [
      { title: 'ID' },
      { title: 'NAME' },
      { title: 'OMICS' },
      { title: 'PROFILE' },
      { title: 'FEATURES', align: 'right' },
      { title: 'COLUMNS', align: 'right' },
      { title: 'REVISION', align: 'right' },
      { title: 'UPDATED' },
    ],
    datasets.map((dataset) => [
      dataset.id,
      dataset.name,
      dataset.omicsType ?? '-',
      dataset.profile,
      countText(dataset.features),
      countText(dataset.columns),
      String(dataset.revision),
      timeText(dataset.updatedAt),
    ]),
  );
  return `${lines.join('\n')}\n`;
}

/** A moment for people, to the minute, in UTC. */
export function timeText(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
