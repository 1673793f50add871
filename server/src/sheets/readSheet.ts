import { createHash } from 'node:crypto';
import { AmprentaError } from '#shared/errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { readProfile } from '../profiles/readProfile.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { ownedText } from '../table/ownedText.ts';
import { readDataRows } from '../values/dataRows.ts';
import { groupingColumns } from './grouping.ts';
import { agreedFacts, factsOfCells, replicatedSources, saidIn } from './sampleFacts.ts';
import type { SampleSheet, SheetNaming, SheetSample } from './sheet.ts';
import { keysOf, type SheetColumns, tellColumns } from './sheetColumns.ts';

/**
 * Reads the sample sheet that a person named, also where its columns alone would not make it one.
 * @throws invalidInput where no column can name samples; AbortError when `signal` is aborted
 */
export async function readNamedSheet(source: ByteSource, signal?: AbortSignal): Promise<SampleSheet> {
  const sheet = await readByProfile(source, await readProfile(source, signal ? { signal } : {}), signal);
  if (sheet !== null) return sheet;
  throw new AmprentaError(
    'invalidInput',
    `${source.name} is no sample sheet: it has no header with a column that names samples, or no row. Give a table with a ` +
      'row a sample and a column such as sample, Sample Name or source name.',
  );
}

/**
 * Reads a table as a sample sheet where it is one by itself; null where it is another kind of table.
 * @throws AbortError when `signal` is aborted
 */
export async function readIfSheet(source: ByteSource, signal?: AbortSignal): Promise<SampleSheet | null> {
  const profile = await readProfile(source, signal ? { signal } : {});
  return profile.shape === 'sample-sheet' ? readByProfile(source, profile, signal) : null;
}

async function readByProfile(source: ByteSource, profile: Profile, signal?: AbortSignal): Promise<SampleSheet | null> {
  if (profile.headerLine < 0) return null;
  const header = profile.columns.map(({ name }) => name);
  const own = profile.columns.findIndex(({ role }) => role === 'sample-name');
  const columns = tellColumns(header, own >= 0 ? own : (profile.rowKey[0] ?? -1));
  const hash = createHash('sha256');
  const rows: (readonly string[])[] = [];
  await readDataRows(
    source,
    profile,
    { row: ({ row }) => void rows.push(header.map((_, at) => ownedText((row.cell(at) ?? '').trim()))) },
    { onBytes: (piece) => void hash.update(piece), ...(signal ? { signal } : {}) },
  );
  const namings = columns.names.flatMap((column): SheetNaming[] => {
    const samples = samplesOf(rows, header, columns, column);
    return samples.length === 0 ? [] : [{ column: header[column] ?? '', samples }];
  });
  return namings.length === 0 ? null : { name: source.name, sha256: hash.digest('hex'), namings };
}

/** The samples as a column names them, in the sheet's order. */
function samplesOf(
  rows: readonly (readonly string[])[],
  header: readonly string[],
  told: SheetColumns,
  naming: number,
): SheetSample[] {
  const keys = keysOf(header);
  const replicated = replicatedSources(told, rows);
  const byName = new Map<string, (readonly string[])[]>();
  for (const row of rows) {
    const name = row[naming] ?? '';
    if (name === '') continue;
    const same = byName.get(name);
    if (same) same.push(row);
    else byName.set(name, [row]);
  }
  const readerOf = (row: readonly string[] | undefined) => (column: number) => saidIn(row?.[column]);
  const firstRows = [...byName.values()].map(([first]) => readerOf(first));
  const columns = { ...told, group: groupingColumns(told.group, header, firstRows) };
  return [...byName].map(([name, same]) => ({
    name,
    ...agreedFacts(same.map((row) => factsOfCells(columns, name, readerOf(row), replicated))),
    metadata: Object.fromEntries(
      keys.flatMap((key, at) => {
        const values = [...new Set(same.map((row) => row[at] ?? ''))].filter((value) => value !== '');
        return at === naming || values.length === 0 ? [] : [[key, values.join('; ')]];
      }),
    ),
  }));
}
