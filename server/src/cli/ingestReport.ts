import type { IngestedFile } from '#shared/contracts/ingestReport.ts';
import type { AmprentaError } from '#shared/errors.ts';
import type { IngestOutcome } from '../ingest/ingestTable.ts';
import { numberOf, severityCounts } from '../reports/words.ts';
import { sheetText } from './sampleSheets.ts';
import type { Style } from './style.ts';
import { durationText, shellWord } from './words.ts';

/** What became of one file of those named: an outcome, or why there is none. */
export interface FileOutcome {
  /** As it was given. */
  readonly path: string;
  readonly outcome: IngestOutcome | null;
  /** Why the file was not even tried; null where it was. */
  readonly failure: AmprentaError | null;
}

const rejectedLinesShown = 20;

/** An outcome as the contract writes it. */
export function ingestedFile({ path, outcome, failure }: FileOutcome): IngestedFile {
  const error = failure ?? outcome?.error ?? null;
  return {
    path,
    datasetId: outcome?.datasetId ?? null,
    status: outcome?.status ?? 'failed',
    revision: outcome?.revision ?? 0,
    features: outcome?.features ?? 0,
    columns: outcome?.columns ?? 0,
    values: outcome?.values ?? 0,
    rejectedRows: outcome?.rejectedRows.length ?? 0,
    findings: {
      errors: outcome?.counts.error ?? 0,
      warnings: outcome?.counts.warning ?? 0,
      information: outcome?.counts.information ?? 0,
    },
    seconds: outcome ? Math.round(outcome.seconds * 1000) / 1000 : 0,
    error: error ? { kind: error.kind, message: error.message } : null,
  };
}

/** An outcome for a person: what was recognised, found and stored, and where to go next. */
export function ingestText({ path, outcome, failure }: FileOutcome, style: Style): string {
  const error = failure ?? outcome?.error ?? null;
  const lines = [headline(path, outcome, style)];
  if (outcome?.profile) {
    const { layout, omicsType, shape, evidence } = outcome.profile;
    lines.push(`  recognised  ${layout}, ${omicsType ?? 'omics type not told'}, ${shape}: ${evidence}`);
    const sheet = sheetText(outcome.sheet);
    if (sheet !== null) lines.push(`  sheet       ${sheet}`);
    lines.push(`  found       ${severityCounts(outcome.counts)}`);
  }
  if (outcome && outcome.status !== 'failed') {
    const { features, columns, values, seconds } = outcome;
    const size = `${numberOf(features, 'feature')}, ${numberOf(columns, 'column')}, ${numberOf(values, 'value')}`;
    lines.push(`  stored      ${size} in ${durationText(seconds)}`);
    lines.push(...rejectedLines(outcome));
    lines.push(`  next        amprenta show ${outcome.datasetId}`);
  }
  if (error) {
    lines.push(...error.message.split('\n').map((line) => `  ${line}`));
    if (outcome?.profile) lines.push(`  next        amprenta validate ${shellWord(path)}`);
  }
  return `${lines.join('\n')}\n`;
}

function headline(path: string, outcome: IngestOutcome | null, style: Style): string {
  if (!outcome || outcome.status === 'failed') return `${style.strong(path)}: ${style.bad('failed')}`;
  return `${style.strong(path)}: ${style.good(outcome.status)} ${outcome.datasetId}, revision ${outcome.revision}`;
}

function rejectedLines({ rejectedRows }: IngestOutcome): string[] {
  if (rejectedRows.length === 0) return [];
  const shown = rejectedRows
    .slice(0, rejectedLinesShown)
    .map(({ line, codes }) => `line ${line + 1} (${codes.join(', ')})`);
  const rest = rejectedRows.length - shown.length;
  const more = rest > 0 ? `, and ${numberOf(rest, 'more row', 'more rows')}` : '';
  return [`  left out    ${numberOf(rejectedRows.length, 'row')}: ${shown.join(', ')}${more}`];
}
