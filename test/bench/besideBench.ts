import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { listDatasets } from '../../shared/src/protocol/datasets.ts';
import { ingestFile } from '../../shared/src/protocol/ingest.ts';
import { databaseStatus } from '../../shared/src/protocol/server.ts';
import { validateFile } from '../../shared/src/protocol/tables.ts';
import { everyDataset } from '../support/everyDataset.ts';
import { type BenchServer, startBenchServer } from './benchServer.ts';
import { matrixText, writeMatrix } from './generateMatrix.ts';
import { milliseconds, p95, printLine } from './measure.ts';

const uri = 'file:///bench/table.csv';
const largeUri = 'file:///bench/large.csv';
const largeMegabytes = 45;
const largeEdits = 8;
const validations = 3;

/**
 * What a person waits for at one table while the same server is at work on another: one of 100 MB that is ingested, the
 * same that is validated on disk, and one of 45 MB that is typed in.
 */
export async function benchBeside(folder: string, dataDir: string): Promise<void> {
  const path = join(folder, 'beside.csv');
  await writeMatrix(path, 60_000, 180);
  const fileUri = pathToFileURL(path).href;
  const megabytes = Math.round((await stat(path)).size / 1e6);
  const server = await startBenchServer({ AMPRENTA_DATA_DIR: dataDir });
  await server.open(uri, matrixText(1));
  await server.connection.sendRequest(databaseStatus);
  await measureBeside(server, `${megabytes} MB are ingested`, async () => {
    const { status, error } = await server.connection.sendRequest(ingestFile, {
      uri: fileUri,
      token: 'bench',
      allowErrors: false,
    });
    if (status !== 'created') throw new Error(`The ingest answered ${status}: ${error?.message ?? ''}`);
  });
  await measureBeside(server, `${megabytes} MB are validated, ${validations} times`, async () => {
    for (let round = 0; round < validations; round++) {
      const { rows } = await server.connection.sendRequest(validateFile, { uri: fileUri });
      if (rows !== 60_000) throw new Error(`The validation read ${rows} rows.`);
    }
  });
  const large = matrixText(largeMegabytes);
  const lines = large.split('\n').length - 1;
  await server.open(largeUri, large);
  await measureBeside(server, `a table of ${largeMegabytes} MB is edited and judged, ${largeEdits} times`, async () => {
    for (let edit = 0; edit < largeEdits; edit++) {
      await server.editWhole(largeUri, 1 + ((edit * 7919) % (lines - 1)), 18, edit % 2 === 0 ? '7' : 'x');
    }
  });
  await server.end();
}

async function measureBeside(server: BenchServer, what: string, work: () => Promise<void>): Promise<void> {
  let isOver = false;
  const startedMs = performance.now();
  const working = work().finally(() => {
    isOver = true;
  });
  const typing: number[] = [];
  const listing: number[] = [];
  for (let edit = 0; !isOver; edit++) {
    typing.push(await server.edit(uri, 1 + ((edit * 7919) % 3000), 18, String(edit % 10)));
    const askedMs = performance.now();
    await server.connection.sendRequest(listDatasets, everyDataset);
    listing.push(performance.now() - askedMs);
    await pause(20);
  }
  await working;
  printLine(`while ${what}`, `${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  printLine('  change to diagnostics, 1 MB, p95', milliseconds(p95(typing)), `${typing.length} edits, aim 50 ms`);
  printLine('  list of datasets, p95', milliseconds(p95(listing)));
}
