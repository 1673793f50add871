import { type Command, InvalidArgumentError, Option } from 'commander';
import { untilAborted } from '../../files/untilAborted.ts';
import { type Pieces, writeWholeFile } from '../../files/writeFile.ts';
import type { DatasetStore } from '../../ingest/datasetStore.ts';
import { type MatrixFormat, matrixFormats, matrixText } from '../../ingest/matrixText.ts';
import { numberOf } from '../../reports/words.ts';
import { withStore } from '../database.ts';
import { readDatasetId } from '../datasetId.ts';
import { whileInterruptible } from '../interrupt.ts';
import type { Session } from '../session.ts';
import type { Terminal } from '../terminal.ts';

interface ExportOptions {
  readonly original?: true;
  readonly format?: MatrixFormat;
  readonly revision?: number;
  readonly output?: string;
}

/** Adds `export`, which gives back the stored values, or the bytes that were ingested. */
export function addExport(program: Command, session: Session): void {
  program
    .command('export')
    .summary('write out a dataset, or the file it came from')
    .description("Writes out a dataset's stored values, or, byte for byte, the file that was ingested.")
    .argument('<id>', 'the id that `amprenta list` gives')
    .addOption(new Option('--original', 'the ingested file, byte for byte').conflicts('format'))
    .addOption(
      new Option('--format <format>', 'how the values are written; csv unless told').choices(
        Object.keys(matrixFormats),
      ),
    )
    .option('--revision <n>', 'this revision rather than the newest', readRevision)
    .option('-o, --output <file>', 'write to this file rather than to stdout')
    .addHelpText(
      'after',
      '\nExamples:\n  amprenta export ID --format tsv -o values.tsv\n  amprenta export ID --original --revision 1 > as-it-was.csv',
    )
    .action(async (id: string, options: ExportOptions) => {
      const datasetId = readDatasetId(id);
      const { terminal } = session;
      await whileInterruptible(terminal, (signal) =>
        withStore(
          terminal,
          async (store) => write(terminal, await contentOf(store, datasetId, options, signal), options.output),
          signal,
        ),
      );
    });
}

async function contentOf(
  store: DatasetStore,
  id: string,
  options: ExportOptions,
  signal: AbortSignal,
): Promise<Pieces> {
  const { original, format, revision } = options;
  if (original) return untilAborted(store.original(id, revision), signal);
  const { shape } = await store.show(id);
  return matrixText(await store.matrix(id, revision), shape, format ?? 'csv', signal);
}

async function write(terminal: Terminal, pieces: Pieces, output: string | undefined): Promise<void> {
  if (output !== undefined) {
    const bytes = await writeWholeFile(output, pieces);
    terminal.note(`Wrote ${numberOf(bytes, 'byte')} to ${output}.`);
    return;
  }
  for await (const piece of pieces) {
    await terminal.write(piece);
    if (terminal.outputClosed) return;
  }
}

function readRevision(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
}
