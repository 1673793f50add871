import { describe, expect, it } from 'vitest';
import { cellsOf, type Example, readExamples, recognizeText, write } from './variants.ts';

/** What is told of a table that no tool's marks are in. */
const generic = new Set([
  'plain-matrix',
  'gene-matrix',
  'other-results',
  'annotation-table',
  'metaboanalyst',
  'sample-sheet',
]);
/** Without a header, or with one between sections. */
const headerless = new Set(['htseq-counts', 'star-reads-per-gene', 'mwtab', 'mztab', 'mztab-m', 'masshunter-quant']);
/** Their samples are told by being none of the tool's own columns, so that a column of numbers renamed is one more. */
const byElimination = new Set(['metabolights-maf']);
const examples = readExamples().filter(({ layout }) => !headerless.has(layout));

const changes = {
  removed: (row: readonly string[], column: number): string[] => row.filter((_, at) => at !== column),
  'called otherwise': (row: readonly string[], column: number): string[] =>
    row.map((cell, at) => (at === column ? 'My own name' : cell)),
  misspelt: (row: readonly string[], column: number): string[] =>
    row.map((cell, at) => (at === column ? `${cell}s` : cell)),
} as const;

/** Each way in which one column that is no sample's may have been changed by a person. */
async function* nearMisses(example: Example): AsyncGenerator<{ readonly change: string; readonly text: string }> {
  const { columns, headerLine } = await recognizeText(example.text, example.file);
  const cells = cellsOf(example);
  const blank = example.text.split('\n').filter((line, at) => line === '' && at < headerLine).length;
  const headerAt = headerLine - blank;
  const width = Math.max(...cells.map((row) => row.length));
  const padded = cells.map((row) =>
    row.length === 1 ? row : [...row, ...Array.from({ length: width - row.length }, () => '')],
  );
  for (const { index, name, role } of columns) {
    if (role === 'value') continue;
    for (const [how, change] of Object.entries(changes)) {
      const changed = padded.map((row, at) => {
        const touched = row.length > 1 && (how === 'removed' ? at >= headerAt : at === headerAt);
        return touched ? change(row, index) : row;
      });
      yield { change: `${name} ${how}`, text: write(changed) };
    }
  }
}

describe('A table of which one column was removed, renamed or misspelt', () => {
  it.each(examples)('$file is never taken for another tool’s', async (example) => {
    for await (const { change, text } of nearMisses(example)) {
      const { layout } = await recognizeText(text, example.file);
      const sameTool = layout.split('-')[0] === example.layout.split('-')[0];
      expect(sameTool || generic.has(layout), `${change}: ${layout}`).toBe(true);
    }
  });

  it.each(examples.filter(({ layout }) => !byElimination.has(layout)))(
    '$file has the samples it had, or is not sure',
    async (example) => {
      const { samples, shape } = await recognizeText(example.text, example.file);
      for await (const { change, text } of nearMisses(example)) {
        const read = await recognizeText(text, example.file);
        if (read.confidence < 0.9 || shape === 'long') continue;
        expect(read.samples.length, `${change}: ${read.confidence}`).toBe(samples.length);
      }
    },
  );
});
