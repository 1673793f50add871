import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { recognize } from '../../../server/src/profiles/recognize.ts';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import { readHead } from '../../../server/src/table/head.ts';
import { readDataRows } from '../../../server/src/values/dataRows.ts';
import { startTally, type Tally } from '../../../server/src/values/tally.ts';
import { type Expectation, realDataFolder } from './expectations.ts';

/** What reading a file found, in the words of expected.tsv. */
export interface Facts {
  readonly cells: Readonly<Record<string, string>>;
  readonly profile: Profile;
  readonly tally: Tally;
}

const delimiterNames = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'pipe' } as const;

/** Reads a real file and says what was found in every column of expected.tsv. */
export async function readFacts(expectation: Expectation): Promise<Facts> {
  const { file } = expectation;
  const source = bytesSource(basename(file), readFileSync(join(realDataFolder, file)));
  const profile = recognize(await readHead(source));
  const tally = startTally(profile);
  const records: KeyedRow[] = [];
  await readDataRows(source, profile, {
    row(data) {
      tally.row(data);
      if (!data.summary)
        records.push({ key: keyOf(expectation, profile, data.row.cells, data.key), cells: [...data.row.cells] });
    },
  });
  const counted = tally.end();
  const primary = counted.quantities.find(({ quantity }) => quantity.primary);
  const keys = keysOf(profile, records);
  const cells = {
    profile: profile.layout,
    omicsType: profile.omicsType ?? 'null',
    shape: profile.shape,
    delimiter: profile.delimiter === null ? '-' : delimiterNames[profile.delimiter],
    encoding: profile.encoding,
    headerLine: String(profile.headerLine + 1),
    rowKey: profile.rowKey.map((index) => profile.columns[index]?.name || '(unnamed)').join('+'),
    rows: String(counted.rows),
    features: String(counted.features),
    quantity: primary === undefined ? '-' : (primary.quantity.name ?? '(unnamed)'),
    samples: String(counted.samples.length),
    firstSample: counted.samples[0] ?? '-',
    lastSample: counted.samples.at(-1) ?? '-',
    firstKey: keys[0] ?? '-',
    lastKey: keys.at(-1) ?? '-',
    statistics: String(counted.statistics.length),
    missing: String(primary?.missing ?? 0),
    zeros: String(primary?.zeros ?? 0),
    ...Object.fromEntries(
      ['spot1', 'spot2', 'spot3'].map((spot) => [spot, spotValue(expectation.cells[spot] ?? '', profile, records)]),
    ),
  };
  return { cells, profile, tally: counted };
}

interface KeyedRow {
  readonly key: string;
  readonly cells: readonly string[];
}

/** Where another row key is defensible too, rows are still found by the key that expected.tsv names. */
function keyOf(expectation: Expectation, profile: Profile, cells: readonly string[], key: string): string {
  if (!expectation.soft.has('rowKey')) return key;
  const named = (expectation.cells.rowKey ?? '')
    .split('+')
    .map((name) => profile.columns.find((column) => column.name === (name === '(unnamed)' ? '' : name))?.index ?? -1);
  return named.includes(-1) ? key : named.map((index) => cells[index] ?? '').join('+');
}

/** Row keys; feature names with samples in rows; molecules of a long table in order of appearance. */
function keysOf(profile: Profile, records: readonly KeyedRow[]): readonly string[] {
  if (profile.shape === 'samples-in-rows') {
    return [...new Set(profile.columns.flatMap((column) => (column.feature === undefined ? [] : [column.feature])))];
  }
  if (profile.shape !== 'long') return records.map((record) => record.key);
  return [...new Set(records.map(({ cells }) => moleculeOf(profile, cells)))];
}

function moleculeOf(profile: Profile, cells: readonly string[]): string {
  return profile.moleculeKey.map((index) => cells[index] ?? '').join('+');
}

/** The cell that a spot names, written as the spot is. */
function spotValue(spot: string, profile: Profile, records: readonly KeyedRow[]): string {
  const place = /^(.*) ~ (.*?) = (.*)$/.exec(spot);
  const [, first = '', second = '', expected = ''] = place ?? [];
  const found = spotCell(profile, records, first, second);
  const shown = found === undefined ? '(not found)' : found;
  const equal = shown === expected || (shown.trim() !== '' && Number(shown) === Number(expected));
  return `${first} ~ ${second} = ${equal ? expected : shown}`;
}

function spotCell(profile: Profile, records: readonly KeyedRow[], first: string, second: string): string | undefined {
  const primary = profile.quantities.findIndex((quantity) => quantity.primary);
  const sampleCell = profile.columns.find((column) => column.role === 'sample-name')?.index ?? -1;
  switch (profile.shape) {
    case 'samples-in-rows': {
      const column = profile.columns.find(({ feature, quantity }) => feature === first && quantity === primary);
      return cellOf(
        records.find(({ cells }) => cells[sampleCell] === second),
        column?.index,
      );
    }
    case 'long': {
      const column = profile.columns.find(({ quantity }) => quantity === primary);
      return cellOf(
        records.find(({ cells }) => moleculeOf(profile, cells) === first && cells[sampleCell] === second),
        column?.index,
      );
    }
    default: {
      const named = profile.columns.find(
        ({ sample, quantity }) =>
          sample !== undefined && quantity === primary && profile.samples[sample]?.name === second,
      );
      const column = named ?? profile.columns.find(({ name }) => name === second);
      return cellOf(
        records.find(({ key }) => key === first),
        column?.index,
      );
    }
  }
}

function cellOf(record: KeyedRow | undefined, index: number | undefined): string | undefined {
  return record === undefined || index === undefined ? undefined : record.cells[index];
}
