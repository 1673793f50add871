import type { Command } from 'commander';
import type { Check, CheckState, DoctorReport } from '#shared/contracts/doctorReport.ts';
import { runChecks } from '../checks.ts';
import { exitCodes } from '../exit.ts';
import type { Session } from '../session.ts';
import { makeStyle, type Style } from '../style.ts';

/** Adds `doctor`, which says whether everything is in order. */
export function addDoctor(program: Command, session: Session): void {
  program
    .command('doctor')
    .summary('say whether everything is in order')
    .description(
      'Looks at the configuration, the database and what else is needed, and says what to do where something is not in order.',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  amprenta doctor')
    .action(async ({ json }: { readonly json?: true }) => {
      const { terminal } = session;
      const report: DoctorReport = await runChecks(terminal);
      if (report.some(({ state }) => state === 'failed')) session.exitCode = exitCodes.found;
      await terminal.write(json ? `${JSON.stringify(report)}\n` : reportText(report, makeStyle(terminal.colors)));
    });
}

function reportText(report: DoctorReport, style: Style): string {
  const width = Math.max(...report.map(({ check }) => check.length));
  return report.map((check) => `${checkLines(check, width, style).join('\n')}\n`).join('');
}

function checkLines({ check, state, message }: Check, width: number, style: Style): string[] {
  const [first = '', ...rest] = message.split('\n');
  const indent = ' '.repeat(width + 'warning'.length + 4);
  return [`${stateText(state, style)}  ${check.padEnd(width)}  ${first}`, ...rest.map((line) => indent + line)];
}

function stateText(state: CheckState, style: Style): string {
  const padded = state.padEnd('warning'.length);
  switch (state) {
    case 'ok':
      return style.good(padded);
    case 'warning':
      return style.severity('warning', padded);
    case 'failed':
      return style.bad(padded);
    case 'off':
      return style.faint(padded);
    default:
      return state satisfies never;
  }
}
