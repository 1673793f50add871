import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openFileSource } from '../../../server/src/files/fileSource.ts';
import type { Matrix, MatrixRow } from '../../../server/src/ingest/datasetStore.ts';
import { type IngestOutcome, ingestTable } from '../../../server/src/ingest/ingestTable.ts';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { TextRow } from '../../../server/src/table/textRow.ts';
import { useTestDatabase } from '../store/testDatabase.ts';

const folder = fileURLToPath(new URL('../../../../shared/real-data/', import.meta.url));
const files = existsSync(folder) ? globSync('*/*', { cwd: folder }).sort() : [];

const opened = useTestDatabase();

/** The table's cells, read by papaparse in one go instead of by the product's streaming reader. */
function readWhole(path: string, profile: Profile): string[][] {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const { data } = Papa.parse<string[]>(text, {
    delimiter: profile.delimiter ?? ',',
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  });
  // Only sectioned layouts have such rows, and those quote nothing: there a record is a physical line.
  const isMetadata = (cells: string[], line: number): boolean =>
    profile.isMetadataRow?.(
      new TextRow({ line, start: 0, next: 0, text: cells.join('\t'), ascii: false, quoteUnclosed: false }, '\t', cells),
    ) ?? false;
  return data.filter(
    (cells, line) => line >= profile.dataLine && cells.some((cell) => cell.trim() !== '') && !isMetadata(cells, line),
  );
}

async function allRows(matrix: Matrix): Promise<MatrixRow[]> {
  const rows: MatrixRow[] = [];
  for await (const batch of matrix.rows()) rows.push(...batch);
  return rows;
}

/** A stored cell is the file's cell: the same number, or where there is none the same text; words for "missing" may be unified. */
function sameCell(stored: string | undefined, written: string): boolean {
  if (stored === undefined) return false;
  const text = written.trim();
  if (text === stored) return true;
  if (text !== '' && Number.isFinite(Number(text))) return Number(stored) === Number(text);
  const missing = ['', 'na', 'nan', 'null', 'none', '#n/a', 'n/a', '-', 'nf', 'unknown'];
  return missing.includes(text.toLowerCase()) && missing.includes(stored.toLowerCase());
}

function expectStoredAsWritten(table: string[][], profile: Profile, matrix: Matrix, rows: readonly MatrixRow[]): void {
  if (profile.shape === 'samples-in-rows') {
    const byFeature = new Map(rows.map((row) => [row.rowKey, row]));
    const samples = table.map((cells) => profile.rowKey.map((index) => cells[index] ?? '').join('+'));
    const wrong = profile.columns.flatMap((column) => {
      if (column.role !== 'value') return [];
      const stored = byFeature.get(column.feature ?? '');
      const start = (column.quantity ?? 0) * samples.length;
      return table.flatMap((cells, sample) =>
        sameCell(stored?.cells[start + sample], cells[column.index] ?? '')
          ? []
          : [`${column.name} of ${samples[sample]}`],
      );
    });
    expect(wrong).toEqual([]);
    return;
  }
  const numeric = profile.columns.filter((column) => column.role === 'value' || column.role === 'statistic');
  expect(rows.map((row) => row.rowKey)).toEqual(
    table.map((cells) => profile.rowKey.map((index) => cells[index] ?? '').join('+')),
  );
  expect(matrix.columns.map((column) => column.name)).toEqual(numeric.map((column) => column.name));
  const wrong = rows.flatMap((row, index) =>
    numeric.flatMap((column, position) =>
      sameCell(row.cells[position], table[index]?.[column.index] ?? '') ? [] : [`${row.rowKey} ~ ${column.name}`],
    ),
  );
  expect(wrong).toEqual([]);
}

/**
 * Every line of a long table is found in a row of its key, under its sample; what it repeats of a higher level, in a row of
 * that level, of which there is one for each key where the table does not contradict itself.
 */
function expectPivoted(table: string[][], profile: Profile, matrix: Matrix, rows: readonly MatrixRow[]): void {
  const joined = (cells: string[], indexes: readonly number[]) => indexes.map((index) => cells[index] ?? '').join('+');
  const sampleCells = profile.columns.filter((column) => column.role === 'sample-name').map((column) => column.index);
  const positions = new Map(matrix.columns.map(({ name }, position) => [name, position]));
  const byKey = Map.groupBy(rows, (row) => row.rowKey);
  const measured = profile.columns.filter((column) => column.role === 'value');
  const keyOf = (column: Profile['columns'][number]) =>
    (profile.quantities[column.quantity ?? 0]?.levelKey ?? profile.rowKey).filter((at) => !sampleCells.includes(at));
  const storedAt = ({ quantity = 0, channel }: Profile['columns'][number], cells: string[]): number => {
    const run = joined(cells, sampleCells);
    const sample = channel === undefined ? run : `${channel} ${run}`;
    const name = profile.quantities.length === 1 ? sample : `${sample} ${profile.quantities[quantity]?.name}`;
    return positions.get(name) ?? -1;
  };
  const levels = [...Map.groupBy(measured, (column) => keyOf(column).join(' ')).values()];
  const wrong = table.filter((cells) =>
    levels.some((columns) => {
      const holds = (row: MatrixRow) =>
        columns.every((column) => sameCell(row.cells[storedAt(column, cells)], cells[column.index] ?? ''));
      return !byKey.get(columns[0] ? joined(cells, keyOf(columns[0])) : '')?.some(holds);
    }),
  );
  expect(wrong).toEqual([]);
  const proteins = levels[0]?.[0];
  if (proteins && profile.quantities[proteins.quantity ?? 0]?.levelKey) {
    const keys = new Set(table.map((cells) => joined(cells, keyOf(proteins))));
    expect(rows.filter(({ rowKey }) => keys.has(rowKey))).toHaveLength(keys.size);
  }
}

async function ingest(path: string): Promise<IngestOutcome> {
  const source = await openFileSource(path);
  return ingestTable(source, opened.store, {
    name: path,
    sourceKey: source.realPath,
    path: source.path,
    allowErrors: true,
    linking: true,
  });
}

describe.skipIf(files.length === 0)('ingesting the real tables (needs ../shared/real-data)', () => {
  it.each(files)('stores every cell of %s as the file has it, and its bytes', async (file) => {
    const path = folder + file;
    const outcome = await ingest(path);
    if (outcome.status === 'failed') {
      expect(['sample-sheet', 'annotation']).toContain(outcome.profile?.shape);
      return;
    }
    const { datasetId, profile } = outcome;
    if (datasetId === null || profile === null) throw new Error('a stored dataset has an id and a profile');
    const hash = createHash('sha256');
    for await (const piece of opened.store.original(datasetId)) hash.update(piece);
    expect(hash.digest('hex')).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));

    const matrix = await opened.store.matrix(datasetId);
    const rows = await allRows(matrix);
    const rejected = new Set(outcome.rejectedRows.map(({ row }) => row));
    const table = readWhole(path, profile).filter((_, row) => !rejected.has(row));
    if (profile.shape === 'long') expectPivoted(table, profile, matrix, rows);
    else expectStoredAsWritten(table, profile, matrix, rows);
    expect((await ingest(path)).status).toBe('unchanged');
  });
});
