/** The command line. */
import { CommanderError } from 'commander';
import { CommandFailure, exitCodes } from './exit.ts';
import { asksForJson, reportFailure } from './failure.ts';
import { makeProgram } from './program.ts';
import type { Session } from './session.ts';
import { processTerminal } from './terminal.ts';

const session: Session = { terminal: processTerminal(), exitCode: exitCodes.fine };
const args = process.argv.slice(2);
try {
  await makeProgram(session).parseAsync(args, { from: 'user' });
} catch (thrown) {
  // Help and version are thrown as well once they are printed.
  if (!(thrown instanceof CommanderError) || thrown.exitCode !== 0) {
    await reportFailure(session, toUsageError(thrown), asksForJson(args));
  }
}
process.exitCode = session.exitCode;

function toUsageError(thrown: unknown): unknown {
  if (!(thrown instanceof CommanderError)) return thrown;
  const message = thrown.message.replace(/^error: /, '');
  const hint = 'See: amprenta --help';
  return new CommandFailure(
    exitCodes.notAttempted,
    'invalidInput',
    thrown.code === 'commander.help' ? hint : `${message}\n${hint}`,
  );
}
