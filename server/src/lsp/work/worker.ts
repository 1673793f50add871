/** A worker thread's entry: ingests, on a database session of its own, judges what it is told to, and makes the pages about it. */
import { parentPort } from 'node:worker_threads';
import { AmprentaError, toAmprentaError } from '#shared/errors.ts';
import { startSheetSearch } from '../../files/sheetsBeside.ts';
import { type DatabaseSession, startDatabaseSession } from '../datasets/databaseSession.ts';
import { ingestOneFile } from '../datasets/ingestFile.ts';
import { judgeFile } from '../documents/judgeFile.ts';
import { findSheetsOnDisk } from '../documents/sheetsOnDisk.ts';
import { reportTable } from '../reports/reportTable.ts';
import type { Job, JobResults, Order, Report } from './workMessages.ts';

/** One for all, so that what was read is not read again for every key that is pressed. */
const findSheets = startSheetSearch();
const port = parentPort;
if (!port) throw new AmprentaError('bug', 'The worker was started as a program; it belongs on a thread.');

const controllers = new Map<number, AbortController>();
const jobs = new Set<Promise<void>>();
let open: { readonly folder: string | null; readonly session: DatabaseSession } | null = null;
const say = (report: Report): void => port.postMessage(report);
const log = (message: string): void => say({ kind: 'log', message });

// A failure that nobody waits for (a connection of the pool that breaks, say) must not take the other jobs along.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (thrown: unknown) => log(toAmprentaError(thrown).message));
}

port.on('message', (order: Order) => {
  switch (order.kind) {
    case 'start': {
      const job = run(order.id, order.job).finally(() => jobs.delete(job));
      jobs.add(job);
      break;
    }
    case 'cancel':
      controllers.get(order.id)?.abort();
      break;
    case 'end':
      void end();
      break;
    default:
      order satisfies never;
  }
});

async function run(id: number, job: Job): Promise<void> {
  const controller = new AbortController();
  controllers.set(id, controller);
  try {
    say({ kind: 'done', id, result: await resultOf(id, job, controller.signal) });
  } catch (thrown) {
    const { kind, message } = toAmprentaError(thrown);
    say({ kind: 'failed', id, failure: { kind, message } });
  } finally {
    controllers.delete(id);
  }
}

function resultOf(id: number, job: Job, signal: AbortSignal): Promise<JobResults[Job['kind']]> {
  switch (job.kind) {
    case 'ingest': {
      const { folder, secrets, params } = job;
      const session = sessionOf(folder);
      session.setSecrets(secrets);
      return ingestOneFile(session, folder, params, (progress) => say({ kind: 'progress', id, progress }), signal);
    }
    case 'sheets':
      return findSheetsOnDisk(findSheets, job.question, signal);
    case 'report': {
      const onShare = (share: number): void => say({ kind: 'progress', id, progress: { phase: 'judging', share } });
      return reportTable(job.subject, onShare, signal);
    }
    case 'judge':
      return judgeFile(job.uri, job.folder, signal);
    default:
      return job satisfies never;
  }
}

/** The server names its folder once, before the first job. */
function sessionOf(folder: string | null): DatabaseSession {
  if (open?.folder !== folder || !open) {
    // The server's own session tells of changes and of a database that went away.
    const untold = (): void => undefined;
    open = { folder, session: startDatabaseSession(folder, { log, onChange: untold, onLost: untold }) };
  }
  return open.session;
}

async function end(): Promise<void> {
  await Promise.all(jobs);
  await open?.session.release().catch((thrown: unknown) => log(toAmprentaError(thrown).message));
  port?.close();
}
