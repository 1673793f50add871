import type { PoolClient } from 'pg';
import type { DraftFacts } from '../ingest/draft.ts';
import { BinaryRows } from './copyBinary.ts';
import { copyIn } from './copyIn.ts';
import type { NewRevision } from './saveFacts.ts';

const columnNames = [
  'dataset_id',
  'revision',
  'ordinal',
  'code',
  'severity',
  'blocks',
  'start_line',
  'start_column',
  'end_line',
  'end_column',
  'cell',
  'data_row',
  'message',
];

/** Writes what validation said of the revision's file, all of it and in its order. */
export async function saveFindings(
  client: PoolClient,
  of: NewRevision,
  facts: DraftFacts,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (facts.findings.length === 0) return;
  await copyIn(client, 'dataset_finding', columnNames, findingPieces(of, facts), signal);
}

function* findingPieces(of: NewRevision, facts: DraftFacts): Generator<Buffer> {
  const rows = new BinaryRows();
  for (const [ordinal, finding] of facts.findings.entries()) {
    const { startLine, startColumn, endLine, endColumn } = finding.range;
    rows.row(columnNames.length);
    rows.revision(of);
    rows.integer(ordinal);
    rows.text(finding.code);
    rows.text(finding.severity);
    rows.boolean(finding.blocks);
    rows.integer(startLine);
    rows.integer(startColumn);
    rows.integer(endLine);
    rows.integer(endColumn);
    rows.integer(finding.cell);
    rows.integer(finding.row);
    rows.text(finding.message);
    yield* rows.take();
  }
  yield* rows.end();
}
