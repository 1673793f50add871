import { cellsOf, type Example, headerAt, readExamples, recognizeText, sampleNames, write } from './variants.ts';

/** What was recognised of a table that a person changed. */
export interface Outcome {
  /** Which example, and what was done to it. */
  readonly variant: string;
  /** Whether columns of another tool's table were added. */
  readonly isJoined: boolean;
  /** The layout of the example. */
  readonly layout: string;
  /** The layout that was told. */
  readonly told: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether every sample of the example is among the samples of its variant. */
  readonly hasSamples: boolean;
  /** Whether no column that is none of the example's samples has become one; true where columns were added. */
  readonly hasNoOther: boolean;
}

/** Told by lines above or between the cells, so that no name of the header is a mark. */
const withoutNames = new Set([
  'htseq-counts',
  'star-reads-per-gene',
  'mwtab',
  'mztab',
  'mztab-m',
  'masshunter-quant',
  'somascan-adat',
  'perseus-matrix',
]);

interface Variant {
  readonly name: string;
  readonly text: string;
  /** The column that was changed; null where others were added. */
  readonly column: number | null;
}

/** Every table that an example becomes when one column is left out or called otherwise, or another tool's are added. */
function* variantsOf(example: Example, others: readonly Example[]): Generator<Variant> {
  const cells = cellsOf(example);
  const header = headerAt(cells);
  const names = cells[header] ?? [];
  for (const [at, name] of names.entries()) {
    const without = cells.map((row) => (row.length === 1 ? row : row.filter((_, cell) => cell !== at)));
    yield { name: `without ${name}`, text: write(without), column: at };
    for (const [how, other] of [
      ['with another name for', `zz${at}`],
      ['with a typing error in', `${name}s`],
    ] as const) {
      const renamed = cells.map((row, line) =>
        line === header ? row.map((cell, place) => (place === at ? other : cell)) : row,
      );
      yield { name: `${how} ${name}`, text: write(renamed), column: at };
    }
  }
  for (const other of others) {
    if (other.layout === example.layout) continue;
    yield {
      name: `with columns of ${other.file}`,
      text: write(withForeignColumns(cells, header, other)),
      column: null,
    };
  }
}

/** The first three columns of another tool's table, behind those of this one. */
function withForeignColumns(cells: readonly string[][], header: number, other: Example): string[][] {
  const foreign = cellsOf(other);
  const from = headerAt(foreign);
  const width = Math.max(...cells.map((row) => row.length));
  return cells.map((row, line) => {
    if (row.length === 1 || line < header) return [...row];
    const added = foreign[from + line - header] ?? [];
    const padding = Array.from({ length: width - row.length }, () => '');
    return [...row, ...padding, ...[0, 1, 2].map((at) => added[at] ?? '')];
  });
}

/** What is recognised of all variants of all examples that are told by the names of their columns. */
export async function recognizeConfusions(): Promise<readonly Outcome[]> {
  const examples = readExamples().filter(({ layout }) => !withoutNames.has(layout));
  const outcomes: Outcome[] = [];
  for (const example of examples) {
    const original = await recognizeText(example.text, example.file);
    for (const { name, text, column } of variantsOf(example, examples)) {
      const { layout: told, confidence, ...profile } = await recognizeText(text, example.file);
      const changed = column === null ? undefined : original.columns[column]?.sample;
      const expected = sampleNames(original).filter((_, sample) => sample !== changed);
      const found = new Set(profile.samples.map((sample) => sample.name));
      const hasSamples = expected.every((sample) => found.has(sample));
      const isJoined = column === null;
      // The sample of the changed column may be there under its other name, and under its own where another quantity has it.
      const hasNoOther = isJoined || found.size <= expected.length + (changed === undefined ? 0 : 2);
      const variant = `${example.file} ${name}`;
      outcomes.push({ variant, isJoined, layout: example.layout, told, confidence, hasSamples, hasNoOther });
    }
  }
  return outcomes;
}
