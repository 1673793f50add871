import type { Command } from 'commander';
import type { ShowReport } from '#shared/contracts/showReport.ts';
import type { DatasetDetails, StoredFinding, StoredQuantity } from '../../ingest/datasetStore.ts';
import { countSeverities, countText, fewOf, numberOf, percentText, severityCounts } from '../../reports/words.ts';
import { withStore } from '../database.ts';
import { readDatasetId } from '../datasetId.ts';
import type { Session } from '../session.ts';
import { makeStyle, type Style } from '../style.ts';
import { textTable } from '../textTable.ts';
import { listedDataset, timeText } from './list.ts';

/** Adds `show`, which prints all that is known of a dataset but its values. */
export function addShow(program: Command, session: Session): void {
  program
    .command('show')
    .summary('show one dataset')
    .description('Shows a dataset: its samples, quantities, findings and sources.')
    .argument('<id>', 'the id that `amprenta list` gives')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  amprenta show 0190d5a2-7c1e-4b6f-9d2a-3e5f60718293')
    .action(async (id: string, options: { readonly json?: true }) => {
      const datasetId = readDatasetId(id);
      const { terminal } = session;
      const details = await withStore(terminal, (store) => store.show(datasetId));
      await terminal.write(
        options.json ? `${JSON.stringify(showReport(details))}\n` : showText(details, makeStyle(terminal.colors)),
      );
    });
}

function showReport(details: DatasetDetails): ShowReport {
  return {
    ...listedDataset(details),
    samples: details.samples.map((sample) => ({ ...sample, metadata: { ...sample.metadata } })),
    quantities: details.quantities.map(({ name, primary, samples, scale, unit }) => ({
      name,
      primary,
      samples,
      scale,
      unit,
    })),
    findings: details.findings.map(({ code, severity, line, column, endLine, endColumn, cell, message }) => ({
      code,
      severity,
      line,
      column,
      endLine,
      endColumn,
      cell,
      message,
    })),
    sources: details.sources.map(({ key, path, sha256, sizeBytes, revision, addedAt }) => ({
      key,
      path,
      sha256,
      sizeBytes,
      revision,
      addedAt: addedAt.toISOString(),
    })),
    sync: [],
  };
}

function showText(details: DatasetDetails, style: Style): string {
  const facts: readonly (readonly [string, string])[] = [
    ['id', details.id],
    ['omics type', details.omicsType ?? 'not told'],
    ['profile', `${details.profile} (${percentText(details.confidence, 1)} sure: ${details.evidence})`],
    ['shape', details.shape],
    ...organismFacts(details),
    [
      'size',
      `${numberOf(details.features, 'feature')}, ${numberOf(details.rows, 'row')}, ${numberOf(details.columns, 'column')}`,
    ],
    [
      'values',
      `${countText(details.values)}; ${percentText(details.missingFraction, 1)} of the primary quantity missing`,
    ],
    ['revision', `${details.revision} of ${timeText(details.updatedAt)}; first stored ${timeText(details.createdAt)}`],
    [
      'samples',
      `${countText(details.samples.length)}: ${fewOf(
        details.samples.map((sample) => sample.name),
        8,
      )}`,
    ],
    ...sampleFacts(details.samples),
    ...details.quantities.map((quantity) => ['quantity', quantityText(quantity)] as const),
    ...(details.statistics.length > 0 ? [['statistics', details.statistics.join(', ')] as const] : []),
  ];
  const width = Math.max(...facts.map(([label]) => label.length));
  const lines = [
    style.strong(details.name),
    ...facts.map(([label, text]) => `  ${style.faint(label.padEnd(width))}  ${text}`),
    '',
    ...sourceLines(details),
    '',
    ...findingLines(details.findings, style),
  ];
  return `${lines.join('\n')}\n`;
}

function organismFacts({ taxon, organism, organismEvidence }: DatasetDetails): readonly (readonly [string, string])[] {
  if (organismEvidence === '') return [];
  const told = taxon === null ? 'not decided' : `${organism ?? 'of a name not told'} (NCBI taxon ${taxon})`;
  return [['organism', `${told}: ${organismEvidence}`]];
}

/** How many samples of each group and of each kind there are; nothing where none is known. */
function sampleFacts(samples: DatasetDetails['samples']): readonly (readonly [string, string])[] {
  return (['group', 'kind'] as const).flatMap((fact) => {
    const known = samples.flatMap((sample) => sample[fact] ?? []);
    if (known.length === 0) return [];
    const counted = [...Map.groupBy(known, (told) => told)].map(
      ([told, same]) => `${told} (${countText(same.length)})`,
    );
    return [[`${fact}s`, fewOf(counted, 8)] as const];
  });
}

function quantityText({ name, primary, samples, scale, unit }: StoredQuantity): string {
  const parts = [numberOf(samples, 'sample'), scale === 'unknown' ? 'scale not told' : scale, unit ?? ''];
  return `${name ?? '(unnamed)'}${primary ? ' (primary)' : ''}: ${parts.filter((part) => part !== '').join(', ')}`;
}

function sourceLines({ sources }: DatasetDetails): string[] {
  return textTable(
    [
      { title: 'REVISION', align: 'right' },
      { title: 'BYTES', align: 'right' },
      { title: 'ADDED' },
      { title: 'SOURCE' },
    ],
    sources.map(({ revision, sizeBytes, addedAt, path, key }) => [
      String(revision),
      countText(sizeBytes),
      timeText(addedAt),
      key === path ? path : `${path} (${key})`,
    ]),
  );
}

function findingLines(findings: readonly StoredFinding[], style: Style): string[] {
  return [
    `When it was ingested, validation said: ${severityCounts(countSeverities(findings))}.`,
    ...findings.map(
      ({ line, cell, severity, code, message }) =>
        `  ${line}:${cell}  ${style.severity(severity, severity)}  ${code}  ${message}`,
    ),
  ];
}
