import { readFile } from 'node:fs/promises';
import { benchActivation } from './activationBench.ts';
import { type BenchServer, startBenchServer } from './benchServer.ts';
import { benchBeside } from './besideBench.ts';
import { matrixText } from './generateMatrix.ts';
import { median, milliseconds, p95, printLine, rounds } from './measure.ts';

const edits = 60;
const uri = 'file:///bench/table.csv';

/**
 * What a person waits for in the editor: the extension's activation, the server's start, a table's first diagnostics,
 * those after a keystroke, and all of it while the server is at work on another table. Measured at the client, so that the way
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
  await benchBeside(folder, dataDir);
}

async function benchStart(): Promise<void> {
  const text = matrixText(1);
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
  const text = matrixText(megabytes);
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

/** Resident bytes of the server's process; NaN where the system does not tell them so. */
async function residentOf({ pid }: BenchServer): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}
