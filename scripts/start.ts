/**
 * Shows on real input what the project is for: tables are recognised, checked and stored, in words.
 *
 *     npm start [-- FILE...]
 *
 * Without FILE these are the sample tables. It uses nothing but the commands that a person has.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { errorReportSchema } from '#shared/contracts/errorReport.ts';
import { type IngestReport, ingestReportSchema } from '#shared/contracts/ingestReport.ts';
import { validateReportSchema } from '#shared/contracts/validateReport.ts';
import { sampleTables } from './samples/sampleTables.ts';
import { describeFile, describeNextSteps } from './startReport.ts';

const root = dirname(import.meta.dirname);
const given = process.argv.slice(2);
const samples = sampleTables.map(({ file, blocks }) => ({ path: join('media', 'samples', file), allowErrors: blocks }));
const files = given.length > 0 ? given.map((path) => ({ path, allowErrors: false })) : samples;
// The samples' paths are the project's; those that a person gave are taken from where the person is.
const base = given.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root;

const paths = files.map(({ path }) => path);
const { files: reports } = validateReportSchema.parse(
  await runCommand(['validate', '--format', 'json', '--', ...paths]),
);
const ingested = [
  ...(await ingest(
    files.filter(({ allowErrors }) => !allowErrors),
    [],
  )),
  ...(await ingest(
    files.filter(({ allowErrors }) => allowErrors),
    ['--allow-errors'],
  )),
];

process.stdout.write('\n');
for (const report of reports) {
  const outcome = ingested.find(({ path }) => path === report.path);
  if (outcome !== undefined) process.stdout.write(`${describeFile(report, outcome)}\n\n`);
}
const stored = ingested.find(({ datasetId }) => datasetId !== null);
process.stdout.write(`${describeNextSteps(stored?.datasetId ?? null)}\n`);
process.exitCode = ingested.every(({ status }) => status !== 'failed') ? 0 : 1;

async function ingest(some: typeof files, options: readonly string[]): Promise<IngestReport> {
  if (some.length === 0) return [];
  const command = ['ingest', '--json', ...options, '--', ...some.map(({ path }) => path)];
  return ingestReportSchema.parse(await runCommand(command));
}

/** Runs a command and answers its JSON; where the command failed as a whole this process ends with its message and code. */
async function runCommand(command: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [join(root, 'dist', 'server', 'cli.js'), ...command], {
    env: { ...process.env, INIT_CWD: base },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  const [output, code] = await Promise.all([text(child.stdout), ended]);
  const answer: unknown = output === '' ? null : JSON.parse(output);
  const failure = errorReportSchema.safeParse(answer);
  if (answer === null || failure.success) {
    process.stderr.write(`${failure.data?.error.message ?? `amprenta ${command[0]} ended without an answer.`}\n`);
    process.exit(code === 0 ? 1 : code);
  }
  return answer;
}
