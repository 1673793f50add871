import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';

/** One run of the command line: where it writes, and how it ends. */
export interface Session {
  readonly terminal: Terminal;
  /** Set by the command that ran. */
  exitCode: ExitCode;
}
