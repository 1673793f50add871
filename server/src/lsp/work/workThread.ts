import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { AmprentaError } from '#shared/errors.ts';
import type { IngestShare } from '../datasets/ingestFile.ts';
import type { Job, JobResults, Order, Report } from './workMessages.ts';

/** Does heavy work of some kinds beside the server's own thread, which keeps answering. */
export interface WorkThread<Kind extends Job['kind']> {
  /**
   * Does a job; at most two at a time, the others wait their turn.
   * @throws what the job throws, by its kind; unavailable where the worker died; cancelled on abort
   */
  run<Asked extends Kind>(
    job: JobOf<Kind> & { readonly kind: Asked },
    signal: AbortSignal,
    onProgress?: (progress: IngestShare) => void,
  ): Promise<JobResults[Asked]>;
  /** Lets the worker go, when its jobs are cancelled or done. */
  release(): Promise<void>;
}

type JobOf<Kind extends Job['kind']> = Extract<Job, { readonly kind: Kind }>;

/** How a worker is kept; the entry and the times are for tests to choose. */
export interface WorkOptions {
  readonly log: (message: string) => void;
  readonly entry?: URL;
  /** Milliseconds for which a worker without a job stays. */
  readonly idleMs?: number;
}

interface Pending<Kind extends Job['kind']> {
  readonly job: JobOf<Kind>;
  readonly onProgress: ((progress: IngestShare) => void) | undefined;
  readonly resolve: (result: JobResults[Kind]) => void;
  readonly reject: (failure: AmprentaError) => void;
}

const mostAtOnce = 2;
/** Milliseconds that a worker has to leave the database; a transaction that is cut off is rolled back all the same. */
const leaveMs = 5_000;
/** In the checkout this lies beside worker.ts; in the bundle, in any chunk beside worker.js. */
const ownEntry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/**
 * Prepares a worker that is started by the first job, and ended when it had none for a minute. Jobs of other kinds have one
 * of their own, so that these do not wait for them.
 */
export function startWorkThread<Kind extends Job['kind']>({
  log,
  entry = ownEntry,
  idleMs = 60_000,
}: WorkOptions): WorkThread<Kind> {
  const waiting = new Map<number, Pending<Kind>>();
  const running = new Map<number, Pending<Kind>>();
  const leaving = new Set<Promise<void>>();
  let worker: Worker | null = null;
  let idleTimer: NodeJS.Timeout | undefined;
  let lastId = 0;

  const say = (order: Order): void => worker?.postMessage(order);
  const start = (): Worker => {
    const started = new Worker(entry);
    started.on('message', hear);
    started.on('error', (cause: Error) => bury(started, cause.message));
    started.on('exit', (code) => bury(started, `exit code ${code}`));
    return started;
  };
  const hear = (report: Report<JobResults[Kind]>): void => {
    if (report.kind === 'log') {
      log(report.message);
      return;
    }
    const pending = running.get(report.id);
    if (report.kind === 'progress') {
      pending?.onProgress?.(report.progress);
      return;
    }
    running.delete(report.id);
    if (report.kind === 'done') pending?.resolve(report.result);
    else pending?.reject(new AmprentaError(report.failure.kind, report.failure.message));
    advance();
  };
  const bury = (dead: Worker, reason: string): void => {
    if (worker !== dead) return;
    worker = null;
    const lost = [...running.values()];
    running.clear();
    for (const { job, reject } of lost) reject(new AmprentaError('unavailable', lossText(job, reason)));
    advance();
  };
  const advance = (): void => {
    for (const [id, pending] of waiting) {
      if (running.size >= mostAtOnce) break;
      waiting.delete(id);
      running.set(id, pending);
      worker ??= start();
      worker.ref();
      say({ kind: 'start', id, job: pending.job });
    }
    clearTimeout(idleTimer);
    if (running.size > 0 || !worker) return;
    worker.unref();
    idleTimer = setTimeout(letGo, idleMs).unref();
  };
  const letGo = (): void => {
    clearTimeout(idleTimer);
    const leaver = worker;
    if (!leaver) return;
    worker = null;
    const left = leave(leaver).finally(() => leaving.delete(left));
    leaving.add(left);
  };

  return {
    run<Asked extends Kind>(
      job: JobOf<Kind> & { readonly kind: Asked },
      signal: AbortSignal,
      onProgress?: (progress: IngestShare) => void,
    ) {
      const { promise, resolve, reject } = Promise.withResolvers<JobResults[Asked]>();
      const id = ++lastId;
      const cancel = (): void => {
        if (waiting.delete(id)) reject(cancelled());
        else say({ kind: 'cancel', id });
      };
      // A worker answers each job with the result of its kind.
      const resolveAsked = (result: JobResults[Kind]): void => resolve(result as JobResults[Asked]);
      waiting.set(id, { job, onProgress, resolve: resolveAsked, reject });
      signal.addEventListener('abort', cancel, { once: true });
      if (signal.aborted) cancel();
      else advance();
      return promise.finally(() => signal.removeEventListener('abort', cancel));
    },
    async release() {
      const inHand = [...waiting, ...running].map(([id]) => id);
      for (const id of inHand) {
        const queued = waiting.get(id);
        if (waiting.delete(id)) queued?.reject(cancelled());
        else say({ kind: 'cancel', id });
      }
      letGo();
      await Promise.all(leaving);
      // Of a worker that had to be ended nothing more is heard; its transactions are rolled back.
      for (const { reject } of running.values()) reject(cancelled());
      running.clear();
    },
  };
}

const cancelled = (): AmprentaError => new AmprentaError('cancelled', 'Cancelled; nothing was kept.');

function lossText(job: Job, reason: string): string {
  const why = `because the thread it ran on ended (${reason})`;
  switch (job.kind) {
    case 'ingest':
      return `The ingest of ${job.params.uri} broke off, ${why}. Nothing of it was stored; ingest it again.`;
    case 'judge':
      return `The validation of ${job.uri} broke off, ${why}. Validate it again.`;
    case 'report':
      return `The report of ${job.subject.uri} broke off, ${why}. Open it again.`;
    case 'sheets':
      return `The search for sample sheets of ${job.question.path} broke off, ${why}. It is made again as the table changes.`;
    default:
      return job satisfies never;
  }
}

/** Asks a worker to end, and ends it where it does not. */
async function leave(worker: Worker): Promise<void> {
  // Its failure is told by whoever listens to it; here it only has ended.
  const exited = once(worker, 'exit').catch(() => undefined);
  worker.postMessage({ kind: 'end' } satisfies Order);
  const patience = new AbortController();
  const tooLong = pause(leaveMs, undefined, { signal: patience.signal, ref: false }).then(
    () => worker.terminate(),
    () => undefined,
  );
  await Promise.race([exited, tooLong]);
  patience.abort();
}
