import { once } from 'node:events';
import { AmprentaError } from '#shared/errors.ts';

/** Where a command writes: stdout carries the result and nothing else, stderr everything else. */
export interface Terminal {
  /** The result may be coloured: stdout is a terminal and NO_COLOR (no-color.org) is not set. */
  readonly colors: boolean;
  /** Progress may be drawn over itself: stderr is a terminal. */
  readonly drawsProgress: boolean;
  /** Width of stderr in characters. */
  readonly progressWidth: number;
  /** True once the reader of stdout has gone (`| head -1`); what is written then is dropped. */
  readonly outputClosed: boolean;
  /** Writes to stdout and waits while its reader is slow. */
  write(content: string | Uint8Array): Promise<void>;
  /** Writes a line to stderr. */
  note(line: string): void;
  /** Writes to stderr as it is, for progress drawn over itself. */
  draw(text: string): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  let outputClosed = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') outputClosed = true;
    else
      throw new AmprentaError('invalidInput', `What was to be printed can't be written (${error.code}).`, {
        cause: error,
      });
  });
  // Who closes stderr does not want to be told; that stops no work.
  stderr.on('error', () => undefined);
  return {
    colors: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    drawsProgress: stderr.isTTY === true && env.TERM !== 'dumb',
    get progressWidth() {
      // A terminal of unknown size says that it has 0 columns.
      return stderr.columns || 80;
    },
    get outputClosed() {
      return outputClosed;
    },
    async write(content) {
      if (outputClosed || stdout.write(content)) return;
      const ready = new AbortController();
      const { signal } = ready;
      await Promise.race([once(stdout, 'drain', { signal }), once(stdout, 'close', { signal })]).catch(() => undefined);
      ready.abort();
    },
    note: (line) => void stderr.write(`${line}\n`),
    draw: (text) => void stderr.write(text),
  };
}
