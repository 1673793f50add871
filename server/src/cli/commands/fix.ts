import { type Command, InvalidArgumentError } from 'commander';
import { type DiagnosticCode, diagnostics } from '#shared/diagnostics.ts';
import { projectFileName } from '#shared/overrides.ts';
import { withoutOff } from '#shared/ruleSettings.ts';
import { readTableSettings } from '../../config/tableSettings.ts';
import { openFileSource } from '../../files/fileSource.ts';
import { baseDirectory } from '../../files/givenPath.ts';
import { writeWholeFile } from '../../files/writeFile.ts';
import type { FixedTable } from '../../fixes/fixToFixedPoint.ts';
import { countSeverities, numberOf, severityCounts } from '../../reports/words.ts';
import { exitCodes } from '../exit.ts';
import { toFailure } from '../failure.ts';
import { whileInterruptible } from '../interrupt.ts';
import type { Session } from '../session.ts';
import type { Terminal } from '../terminal.ts';

interface FixCommandOptions {
  readonly code?: readonly DiagnosticCode[];
  readonly write?: true;
}

/** Adds `fix`, which makes the safe fixes. */
export function addFix(program: Command, session: Session): void {
  program
    .command('fix')
    .summary('make the safe fixes: as a diff, or in the file')
    .description(
      'Makes the fixes that change nothing but the defect, and prints them as a unified diff; nothing is written unless ' +
        `told. Codes that are off in ${projectFileName} are left alone unless --code names them.`,
    )
    .argument('<files...>', 'the tables')
    .option('--code <code>', 'only fixes of this code; may be repeated', collectCode)
    .option('--write', 'change the files')
    .addHelpText(
      'after',
      '\nExamples:\n  amprenta fix table.csv\n  amprenta fix --code outer-space --code bom --write table.csv',
    )
    .action(async (paths: readonly string[], options: FixCommandOptions) => {
      const { terminal } = session;
      let failed = 0;
      await whileInterruptible(terminal, async (signal) => {
        for (const path of paths) {
          try {
            await fixOne(terminal, path, options, signal);
          } catch (thrown) {
            const failure = toFailure(thrown);
            if (failure.kind === 'cancelled') throw failure;
            terminal.note(failure.message);
            failed++;
          }
        }
      });
      if (failed > 0) session.exitCode = failed === paths.length ? exitCodes.notAttempted : exitCodes.found;
    });
}

async function fixOne(
  terminal: Terminal,
  path: string,
  options: FixCommandOptions,
  signal: AbortSignal,
): Promise<void> {
  const source = await openFileSource(path);
  const { fixToFixedPoint } = await import('../../fixes/fixToFixedPoint.ts');
  const { overrides, levels } = await readTableSettings(source.path, baseDirectory());
  const fixed = await fixToFixedPoint(source, {
    signal,
    overrides,
    levels: withoutOff(levels, options.code ?? []),
    ...(options.code ? { codes: options.code } : {}),
  });
  if (!fixed.changed) {
    terminal.note(`${path}: nothing that can be mended safely.${remainderText(fixed)}`);
  } else if (options.write) {
    await writeWholeFile(path, fixed.bytes(signal));
    await terminal.write(`${path}: mended ${mendedText(fixed)}.${remainderText(fixed)}\n`);
  } else {
    for await (const piece of fixed.diff(signal)) {
      await terminal.write(piece);
      if (terminal.outputClosed) return;
    }
    terminal.note(`${path}: would mend ${mendedText(fixed)}; --write does.${remainderText(fixed)}`);
  }
}

function mendedText({ mended }: FixedTable): string {
  const codes = [...mended];
  const total = codes.reduce((sum, [, count]) => sum + count, 0);
  return `${numberOf(total, 'finding')} (${codes.map(([code, count]) => `${code} ${count}`).join(', ')})`;
}

function remainderText({ findings }: FixedTable): string {
  if (findings.length === 0) return '';
  return ` Left: ${severityCounts(countSeverities(findings))}.`;
}

function collectCode(text: string, codes: readonly DiagnosticCode[] = []): DiagnosticCode[] {
  if (!isCode(text)) throw new InvalidArgumentError(`The codes are: ${Object.keys(diagnostics).join(', ')}.`);
  return [...codes, text];
}

function isCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(diagnostics, text);
}
