import { basename } from 'node:path';
import type { Command } from 'commander';
import { readTableSettings } from '../../config/tableSettings.ts';
import { openFileSource } from '../../files/fileSource.ts';
import { baseDirectory } from '../../files/givenPath.ts';
import { writeWholeFile } from '../../files/writeFile.ts';
import type { ReportFiguresRun } from '../../reports/html/reportFigures.ts';
import { numberOf } from '../../reports/words.ts';
import { whileInterruptible } from '../interrupt.ts';
import { findSheets, samplesHelp, sheetText } from '../sampleSheets.ts';
import type { Session } from '../session.ts';

interface ReportOptions {
  readonly output?: string;
  readonly samples?: string;
}

/** Adds `report`, which writes a page about a table. */
export function addReport(program: Command, session: Session): void {
  program
    .command('report')
    .summary('write a page about a table: its reading, findings and figures')
    .description(
      'Writes one HTML page about a table: what it is taken for, what is wrong in it, where values are missing, and the ' +
        'figures of each sample. The page loads nothing and can be passed on.',
    )
    .argument('<file>', 'the table')
    .option('-o, --output <file>', 'write to this file rather than to stdout')
    .option('--samples <file>', samplesHelp)
    .addHelpText('after', '\nExample:\n  amprenta report proteinGroups.txt -o proteinGroups.html')
    .action(async (path: string, { output, samples }: ReportOptions) => {
      const { terminal } = session;
      await whileInterruptible(terminal, async (signal) => {
        const page = await pageOf(path, samples, signal);
        if (output === undefined) {
          await terminal.write(page);
          return;
        }
        const bytes = await writeWholeFile(output, onePiece(page));
        terminal.note(`Wrote ${numberOf(bytes, 'byte')} to ${output}.`);
      });
    });
}

async function pageOf(path: string, samples: string | undefined, signal: AbortSignal): Promise<string> {
  // The rules are loaded where a table is judged, so that other commands start without them.
  const [{ validate }, { startReportFigures }, { htmlReport }] = await Promise.all([
    import('../../rules/validate.ts'),
    import('../../reports/html/reportFigures.ts'),
    import('../../reports/html/htmlReport.ts'),
  ]);
  const source = await openFileSource(path);
  const sheetsOf = await findSheets(samples, signal);
  const { overrides, levels } = await readTableSettings(source.path, baseDirectory());
  const found = await sheetsOf(source, overrides, signal);
  let run: ReportFiguresRun | null = null;
  const validation = await validate(source, {
    signal,
    levels,
    ...found,
    alsoTell: (profile) => {
      run = startReportFigures(profile);
      return run;
    },
  });
  const figures = (run ?? startReportFigures(validation.profile)).end();
  const sheet = sheetText(validation.sheet);
  return htmlReport({ title: basename(path), validation, figures, sheet, problem: null, linkOf: () => null });
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield text;
}
