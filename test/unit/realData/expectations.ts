import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the real tables lie: beside the project, never in it. */
export const realDataFolder = join(import.meta.dirname, '../../../../shared/real-data');

/** True where the real tables are there to be read. */
export const realDataPresent = existsSync(join(realDataFolder, 'expected.tsv'));

/** What a right reading of one file finds, by the columns of expected.tsv. */
export interface Expectation {
  readonly file: string;
  readonly cells: Readonly<Record<string, string>>;
  /** Columns in which another answer is defensible too. */
  readonly soft: ReadonlySet<string>;
}

/** What a right reading finds of one quantity of a file. */
export interface QuantityExpectation {
  readonly file: string;
  readonly quantity: string;
  readonly samples: number;
  readonly missing: number;
  readonly zeros: number;
}

/** Every row of expected.tsv; none where the folder is absent. */
export function readExpectations(): readonly Expectation[] {
  return readTable('expected.tsv').map((cells) => ({ file: cells.file ?? '', cells, soft: softColumns(cells) }));
}

/** Every row of quantities.tsv; none where the folder is absent. */
export function readQuantityExpectations(): readonly QuantityExpectation[] {
  return readTable('quantities.tsv').map((cells) => ({
    file: cells.file ?? '',
    quantity: cells.quantity ?? '',
    samples: Number(cells.samples),
    missing: Number(cells.missing),
    zeros: Number(cells.zeros),
  }));
}

function readTable(name: string): Record<string, string>[] {
  if (!realDataPresent) return [];
  const lines = readFileSync(join(realDataFolder, name), 'utf8').split('\n');
  const [header, ...rows] = lines.filter((line) => line !== '').map((line) => line.split('\t'));
  return rows.map((row) => Object.fromEntries((header ?? []).map((column, at) => [column, row[at] ?? ''])));
}

/** `SOFT` is followed by column names up to a full stop, with remarks in brackets between them. */
function softColumns(cells: Readonly<Record<string, string>>): ReadonlySet<string> {
  const note = (cells.note ?? '').replace(/\([^()]*\)/g, ' ');
  const named = /SOFT ([^.]*)/.exec(note)?.[1] ?? '';
  return new Set(named.split(/\s+/).filter((word) => word in cells));
}
