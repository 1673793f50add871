import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openFileSource } from '../../server/src/files/fileSource.ts';
import type { DatasetStore } from '../../server/src/ingest/datasetStore.ts';
import { ingestTable } from '../../server/src/ingest/ingestTable.ts';
import { clientConfig, openClient } from '../../server/src/store/client.ts';
import type { ServerTarget } from '../../server/src/store/target.ts';
import { matrixLines, writeMatrix } from './generateMatrix.ts';
import { measureInTurn, printLine, ratio, seconds } from './measure.ts';

const features = 20_000;
const samples = 50;

/** From file to commit: 20,000 × 50 against COPY of the same values as a ready-made long table, and 10,000 × 12. */
export async function benchIngest(folder: string, store: DatasetStore, target: ServerTarget): Promise<void> {
  const path = join(folder, 'ingest.csv');
  const smallPath = join(folder, 'small.csv');
  await writeMatrix(path, features, samples);
  await writeMatrix(smallPath, 10_000, 12);
  const longText = longTable();
  const client = await openClient(clientConfig(target));
  const medians = await measureInTurn([
    { name: 'ingest', run: () => ingestOnce(path, store, features * samples) },
    { name: 'copy', run: () => copyOnce(client, longText) },
    { name: 'small', run: () => ingestOnce(smallPath, store, 120_000) },
  ]);
  await client.end();
  const { ingest = Number.NaN, copy = Number.NaN, small = Number.NaN, calibration = Number.NaN } = medians;
  printLine(`ingest ${features} × ${samples}, file to commit`, seconds(ingest));
  printLine('  COPY text of the long table, ready-made', seconds(copy), 'primary key (dataset, feature, sample)');
  printLine('  ratio to that COPY (aim 0.2)', ratio(ingest / copy), `calibration loop ${seconds(calibration)}`);
  printLine('ingest 10000 × 12, file to commit', seconds(small), 'aim 0.3 s; the Python system this replaces: 494 s');
}

/** Ingests a file and takes the dataset away again; only the ingest counts. */
async function ingestOnce(path: string, store: DatasetStore, values: number): Promise<number> {
  const startedMs = performance.now();
  const source = await openFileSource(path);
  const outcome = await ingestTable(source, store, {
    name: 'bench',
    sourceKey: source.realPath,
    path: source.path,
    allowErrors: false,
    linking: true,
  });
  const taken = (performance.now() - startedMs) / 1000;
  if (outcome.status !== 'created' || outcome.values !== values || outcome.datasetId === null) {
    throw new Error(`ingest answered ${outcome.status}, ${outcome.values} values: ${outcome.error?.message ?? ''}`);
  }
  await store.delete(outcome.datasetId);
  return taken;
}

/** COPY's text format of the same values: dataset, feature, sample, value. */
function longTable(): string {
  const lines: string[] = [];
  let feature = -1;
  for (const line of matrixLines(features, samples, 1)) {
    if (feature >= 0) {
      for (const [sample, value] of line.split(',').slice(1).entries()) {
        lines.push(`1\t${feature}\t${sample}\t${value}`);
      }
    }
    feature++;
  }
  return `${lines.join('\n')}\n`;
}

async function copyOnce(client: pg.Client, text: string): Promise<number> {
  await client.query('DROP TABLE IF EXISTS bench_long');
  await client.query(
    'CREATE TABLE bench_long (dataset int, feature int, sample int, value float8, PRIMARY KEY (dataset, feature, sample))',
  );
  const pieces = Buffer.from(text, 'utf8');
  const startedMs = performance.now();
  await client.query('BEGIN');
  await pipeline(Readable.from(slices(pieces)), client.query(copyFrom('COPY bench_long FROM STDIN')));
  await client.query('COMMIT');
  const taken = (performance.now() - startedMs) / 1000;
  await client.query('DROP TABLE bench_long');
  return taken;
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20));
}
