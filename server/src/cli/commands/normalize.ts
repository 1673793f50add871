import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Command, Option } from 'commander';
import { isLipidLayout, type LipidLayout, lipidLayouts, readLipid } from '../../identifiers/lipid/readLipid.ts';
import { CommandFailure, exitCodes, usageError } from '../exit.ts';
import type { Session } from '../session.ts';
import type { Terminal } from '../terminal.ts';

const kinds = ['lipid', 'gene', 'protein', 'metabolite'] as const;
const columns = ['input', 'normal', 'level', 'class', 'species', 'formula', 'mass', 'ids', 'note'];

/** Notations that outside scripts may name and that are not read yet. */
const laterLayouts = ['fattyacids', 'masshunter'];

/** Lines are written together up to this many characters. */
const batchCharacters = 65_536;

interface NormalizeOptions {
  readonly kind: (typeof kinds)[number];
  readonly layout?: string;
  readonly taxon?: string;
}

/** Adds `normalize`, which puts names from stdin into their normal form. */
export function addNormalize(program: Command, session: Session): void {
  program
    .command('normalize')
    .summary('put names into their normal form')
    .description(
      'Reads names from stdin, one a line, and prints a table with one line for each: the normal form, its level, class, ' +
        'species, formula and mass. What is not understood is left empty. Lipids are read in the LIPID MAPS shorthand ' +
        'notation and in the notations --layout lists; without it, as far as all of them agree.',
    )
    .addOption(new Option('--kind <kind>', 'what the names name').choices(kinds).makeOptionMandatory())
    .option('--layout <layout>', `notation of the lipid names: ${lipidLayouts.join(', ')}`)
    .option('--taxon <taxon>', 'NCBI taxon of genes and proteins (not built yet)')
    .addHelpText('after', '\nExample:\n  echo "PC(16:0/18:1(9Z))" | amprenta normalize --kind lipid --layout lipidmaps')
    .action(({ kind, layout, taxon }: NormalizeOptions) => {
      if (kind !== 'lipid') throw notBuilt(`--kind ${kind}`, 'Only --kind lipid is.');
      if (taxon !== undefined) throw usageError('--taxon is for genes and proteins; leave it out for lipids.');
      return printLipids(process.stdin, readLayout(layout), session.terminal);
    });
}

function notBuilt(what: string, instead: string): CommandFailure {
  return new CommandFailure(exitCodes.notAttempted, 'invalidInput', `${what} is not built yet. ${instead}`);
}

function readLayout(layout: string | undefined): LipidLayout | undefined {
  if (layout === undefined || isLipidLayout(layout)) return layout;
  const known = `Known are ${lipidLayouts.join(', ')}.`;
  throw laterLayouts.includes(layout)
    ? notBuilt(`--layout ${layout}`, known)
    : usageError(`No layout is called ${layout}. ${known}`);
}

async function printLipids(input: Readable, layout: LipidLayout | undefined, terminal: Terminal): Promise<void> {
  let batch = `${columns.join('\t')}\n`;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    batch += `${lipidLine(line.replaceAll('\t', ' '), layout)}\n`;
    if (batch.length < batchCharacters) continue;
    await terminal.write(batch);
    batch = '';
    if (terminal.outputClosed) return;
  }
  await terminal.write(batch);
}

function lipidLine(name: string, layout: LipidLayout | undefined): string {
  const reading = readLipid(name, layout);
  if (!reading) return [name, ...columns.slice(1).map(() => '')].join('\t');
  const { normal, level, levels, lipidClass, formula, massDa, notes, isLossy } = reading;
  const note = [...(isLossy ? ['lossy'] : []), ...notes].join('; ');
  return [name, normal, level, lipidClass, levels.get('SPECIES'), formula, massDa.toFixed(6), '', note].join('\t');
}
