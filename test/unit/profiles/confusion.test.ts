import { beforeAll, describe, expect, it } from 'vitest';
import { cellsOf, type Example, readExamples, recognizeText, write } from './variants.ts';

/** Told by lines above or between the cells, so that no name of the header is a mark. */
const withoutNames = new Set([
  'htseq-counts',
  'star-reads-per-gene',
  'mwtab',
  'mztab-m',
  'masshunter-quant',
  'somascan-adat',
  'perseus-matrix',
]);
const headerAt = (layout: string): number => (layout === 'msdial-alignment' ? 4 : layout === 'featurecounts' ? 1 : 0);
const sure = 0.9;

interface Outcome {
  readonly variant: string;
  readonly layout: string;
  readonly told: string;
  readonly confidence: number;
}

/** Every table that an example becomes when one column is left out or called otherwise. */
function variantsOf(example: Example): readonly { readonly name: string; readonly text: string }[] {
  const cells = cellsOf(example);
  const header = headerAt(example.layout);
  const names = cells[header] ?? [];
  return names.flatMap((name, at) => {
    const without = cells.map((row) => (row.length === 1 ? row : row.filter((_, cell) => cell !== at)));
    const renamed = cells.map((row, line) =>
      line === header ? row.map((cell, place) => (place === at ? `zz${at}` : cell)) : row,
    );
    return [
      { name: `${example.file} without ${name}`, text: write(without) },
      { name: `${example.file} with another name for ${name}`, text: write(renamed) },
    ];
  });
}

describe('How sure a reading is', () => {
  const outcomes: Outcome[] = [];

  beforeAll(async () => {
    for (const example of readExamples().filter(({ layout }) => !withoutNames.has(layout))) {
      for (const { name, text } of variantsOf(example)) {
        const { layout: told, confidence } = await recognizeText(text);
        outcomes.push({ variant: name, layout: example.layout, told, confidence });
      }
    }
  });

  it('is at least 0.9 only where it is right, in 99 of 100 tables that lack a column or have another name for it', () => {
    const wrong = outcomes.filter(({ layout, told, confidence }) => confidence >= sure && told !== layout);
    const ofAll = outcomes.filter(({ confidence }) => confidence >= sure);
    expect(ofAll.length).toBeGreaterThan(500);
    expect(
      wrong.length / ofAll.length,
      wrong.map(({ variant, told }) => `${variant}: ${told}`).join('\n'),
    ).toBeLessThan(0.01);
  });

  it('never makes one tool’s table another tool’s', () => {
    const generic = new Set(['plain-matrix', 'gene-matrix', 'other-results', 'annotation-table', 'sample-sheet']);
    const flipped = outcomes.filter(
      ({ layout, told }) => told !== layout && !generic.has(told) && !generic.has(layout),
    );
    expect(flipped.map(({ variant, told }) => `${variant}: ${told}`)).toEqual([]);
  });
});
