import type { Terminal } from './terminal.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs something that can be stopped: the first Ctrl-C (or SIGTERM) aborts the signal it is handed and lets it end what it
 * has to; a second one ends the process at once, which Postgres answers by undoing what was not committed.
 */
export async function whileInterruptible<Result>(
  terminal: Terminal,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(name === 'SIGTERM' ? 143 : 130);
    controller.abort();
    terminal.note('Stopping. Press Ctrl-C again to stop at once.');
  };
  for (const name of signals) process.on(name, stop);
  try {
    return await run(controller.signal);
  } finally {
    for (const name of signals) process.off(name, stop);
  }
}
