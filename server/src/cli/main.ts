/** The command line. */
import { CommanderError } from 'commander';
import { CommandFailure, exitCodes } from './exit.ts';
import { asksForJson, reportFailure } from './failure.ts';
import { makeProgram } from './program.ts';
import type { Session } from './session.ts';
import { processTerminal } from './terminal.ts';

const session: Session = { terminal: processTerminal(), exitCode: exitCodes.fine };
const args = process.argv.slice(2);
const fail = (thrown: unknown): Promise<void> => reportFailure(session, thrown, asksForJson(args));
// What fails where nobody waits for it is told like everything else, not as a stack.
process.on('uncaughtException', (thrown) => {
  void fail(thrown).finally(() => process.exit(session.exitCode));
});
try {
  await makeProgram(session).parseAsync(args, { from: 'user' });
} catch (thrown) {
  // Help and version are thrown as well once they are printed.
  if (!(thrown instanceof CommanderError) || thrown.exitCode !== 0) {
    await fail(toUsageError(thrown));
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
