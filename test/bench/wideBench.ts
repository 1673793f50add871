import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { DatasetStore } from '../../server/src/ingest/datasetStore.ts';
import { clientConfig, openClient } from '../../server/src/store/client.ts';
import type { ServerTarget } from '../../server/src/store/target.ts';
import { writeMatrix } from './generateMatrix.ts';
import { measureInTurn, median, printLine, rounds, seconds } from './measure.ts';

const features = 60_000;
const samples = 1000;

const answerSchema = z.tuple([
  z.object({ datasetId: z.string(), values: z.literal(features * samples), seconds: z.number() }),
]);
const peakSchema = z.object({ peakKilobytes: z.number() });

/** One ingest by the command line, in a process of its own. */
interface WideRun {
  readonly datasetId: string;
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** 60,000 × 1,000: memory and time of an ingest, and what reading out of line (TOAST) costs. */
export async function benchWide(folder: string, store: DatasetStore, target: ServerTarget): Promise<void> {
  const path = join(folder, 'wide.csv');
  await writeMatrix(path, features, samples);
  const megabytes = (await stat(path)).size / 1e6;
  const runs: WideRun[] = [];
  for (let round = 0; round < rounds; round++) {
    const last = runs.at(-1);
    if (last) await store.delete(last.datasetId);
    runs.push(await ingestInChild(path, target));
  }
  const datasetId = runs.at(-1)?.datasetId ?? '';
  printLine(
    `wide ${features} × ${samples} (${megabytes.toFixed(0)} MB)`,
    seconds(median(runs.map((run) => run.seconds))),
  );
  const peak = median(runs.map((run) => run.peakMegabytes));
  printLine('  peak resident memory', `${peak.toFixed(0)} MB`, 'aim 700 MB; Postgres apart');
  await benchReading(datasetId, target);
  await store.delete(datasetId);
}

async function ingestInChild(path: string, target: ServerTarget): Promise<WideRun> {
  const program = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url));
  const preload = new URL('reportPeakMemory.mjs', import.meta.url).href;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', preload, program, 'ingest', path, '--json'],
    {
      env: {
        ...process.env,
        POSTGRES_HOST: target.host,
        POSTGRES_PORT: String(target.port),
        POSTGRES_DB: target.database,
        POSTGRES_USER: target.user,
        POSTGRES_PASSWORD: target.password ?? '',
      },
    },
  );
  const [{ datasetId, seconds: taken }] = answerSchema.parse(JSON.parse(stdout));
  const { peakKilobytes } = peakSchema.parse(JSON.parse(stderr.trim().split('\n').at(-1) ?? ''));
  return { datasetId, seconds: taken, peakMegabytes: peakKilobytes / 1024 };
}

async function benchReading(datasetId: string, target: ServerTarget): Promise<void> {
  const client = await openClient(clientConfig(target));
  const query = (text: string, values: readonly unknown[]) => async (): Promise<undefined> => {
    await client.query(text, [...values]);
    return undefined;
  };
  const medians = await measureInTurn([
    {
      name: 'feature',
      run: query('SELECT values FROM dataset_feature WHERE dataset_id = $1 AND revision = 1 AND row_index = 30000', [
        datasetId,
      ]),
    },
    {
      name: 'sample',
      run: query('SELECT sum(values[500]) FROM dataset_feature WHERE dataset_id = $1 AND revision = 1', [datasetId]),
    },
    {
      name: 'everything',
      run: query(
        'SELECT sum(value) FROM dataset_feature, unnest(values) AS value WHERE dataset_id = $1 AND revision = 1',
        [datasetId],
      ),
    },
    {
      name: 'rows',
      run: query('SELECT count(raw_name) FROM dataset_feature WHERE dataset_id = $1 AND revision = 1', [datasetId]),
    },
  ]);
  await client.end();
  printLine('  reading one feature', seconds(medians.feature ?? Number.NaN));
  printLine('  reading one sample of every feature', seconds(medians.sample ?? Number.NaN));
  printLine('  reading everything', seconds(medians.everything ?? Number.NaN));
  printLine('  reading the names alone (nothing out of line)', seconds(medians.rows ?? Number.NaN));
}
