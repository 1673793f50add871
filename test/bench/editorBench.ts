import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { databaseStatus, ingestFile, listDatasets } from '../../shared/src/protocol.ts';
import { everyDataset } from '../support/everyDataset.ts';
import { benchActivation } from './activationBench.ts';
import { type BenchServer, startBenchServer } from './benchServer.ts';
import { matrixLines, writeMatrix } from './generateMatrix.ts';
import { median, printLine, rounds } from './measure.ts';

const samples = 24;
const edits = 60;
const uri = 'file:///bench/table.csv';

/**
 * What a person waits for in the editor: the extension's activation, the server's start, a table's first diagnostics,
 * those after a keystroke, and all of it while another table is ingested. Measured at the client, so that the way
 * between the processes is in it.
 */
export async function benchEditor(folder: string, dataDir: string): Promise<void> {
  await benchActivation();
  await benchStart();
  for (const [megabytes, aimMs] of [
    [1, 50],
    [10, 200],
  ] as const) {
    await benchTyping(megabytes, aimMs);
  }
  await benchBesideIngest(folder, dataDir);
}

async function benchStart(): Promise<void> {
  const text = textOf(1);
  const starts: number[] = [];
  const opens: number[] = [];
  const idle: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const server = await startBenchServer();
    const residentBytes = await residentOf(server);
    const openMs = await server.open(uri, text);
    await server.end();
    if (round === 0) continue;
    starts.push(server.startMs);
    idle.push(residentBytes);
    opens.push(openMs);
  }
  printLine('server start to initialized', milliseconds(median(starts)));
  printLine('open 1 MB to diagnostics, cold', milliseconds(median(opens)), 'aim 500 ms');
  printLine('resident memory of the idle server', `${Math.round(median(idle) / 1e6)} MB`, 'aim 120 MB');
}

async function benchTyping(megabytes: number, aimMs: number): Promise<void> {
  const server = await startBenchServer();
  const text = textOf(megabytes);
  const lines = text.split('\n').length - 1;
  await server.open(uri, text);
  const taken: number[] = [];
  const whole: number[] = [];
  // Anywhere in the table, in no order; a number becomes another number or a word.
  const lineOf = (edit: number): number => 1 + ((edit * 7919) % (lines - 1));
  const textFor = (edit: number): string => (edit % 2 === 0 ? '7' : 'x');
  for (let edit = 0; edit < edits; edit++) taken.push(await server.edit(uri, lineOf(edit), 18, textFor(edit)));
  for (let edit = edits; edit < 2 * edits; edit++) {
    whole.push(await server.editWhole(uri, lineOf(edit), 18, textFor(edit)));
  }
  await server.end();
  printLine(`change to diagnostics, ${megabytes} MB, p95`, milliseconds(p95(taken)), `aim ${aimMs} ms`);
  printLine('  median', milliseconds(median(taken)));
  printLine(
    '  until the whole table is judged again, p95',
    milliseconds(p95(whole)),
    `median ${milliseconds(median(whole))}`,
  );
}

async function benchBesideIngest(folder: string, dataDir: string): Promise<void> {
  const path = join(folder, 'beside.csv');
  await writeMatrix(path, 60_000, 180);
  const server = await startBenchServer({ AMPRENTA_DATA_DIR: dataDir });
  const text = textOf(1);
  await server.open(uri, text);
  await server.connection.sendRequest(databaseStatus);
  let isIngesting = true;
  const startedMs = performance.now();
  const ingest = server.connection
    .sendRequest(ingestFile, { uri: pathToFileURL(path).href, token: 'bench', allowErrors: false })
    .finally(() => {
      isIngesting = false;
    });
  const typing: number[] = [];
  const listing: number[] = [];
  for (let edit = 0; isIngesting; edit++) {
    typing.push(await server.edit(uri, 1 + ((edit * 7919) % 3000), 18, String(edit % 10)));
    const askedMs = performance.now();
    await server.connection.sendRequest(listDatasets, everyDataset);
    listing.push(performance.now() - askedMs);
    await pause(20);
  }
  const { status, error } = await ingest;
  if (status !== 'created') throw new Error(`The ingest answered ${status}: ${error?.message ?? ''}`);
  const seconds = (performance.now() - startedMs) / 1000;
  await server.end();
  const megabytes = Math.round((await stat(path)).size / 1e6);
  printLine(`while ${megabytes} MB are ingested (${seconds.toFixed(1)} s)`, '');
  printLine('  change to diagnostics, 1 MB, p95', milliseconds(p95(typing)), `${typing.length} edits`);
  printLine('  list of datasets, p95', milliseconds(p95(listing)));
}

function textOf(megabytes: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const line of matrixLines(1_000_000, samples, megabytes)) {
    lines.push(line);
    length += line.length + 1;
    if (length >= megabytes * 1e6) break;
  }
  return `${lines.join('\n')}\n`;
}

/** Resident bytes of the server's process; NaN where the system does not tell them so. */
async function residentOf({ pid }: BenchServer): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
