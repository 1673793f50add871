import { describe, expect, it } from 'vitest';
import { recognizeText } from './variants.ts';

const table = (...rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.join('\t')).join('\n')}\n`;

describe('SDRF', () => {
  const row = (...cells: readonly string[]): readonly string[] => cells;

  it('has a row a file, so that a source may stand on several', async () => {
    const profile = await recognizeText(
      table(
        row('source name', 'characteristics[organism]', 'assay name', 'comment[data file]'),
        row('S1', 'Homo sapiens', 'run 1', 'S1_F1.raw'),
        row('S1', 'Homo sapiens', 'run 2', 'S1_F2.raw'),
      ),
    );
    expect(profile).toMatchObject({ layout: 'sdrf', shape: 'sample-sheet', rowKey: [0] });
    expect(profile.customs.repeatedSamples).toBe(true);
    expect(profile.columns.map(({ role }) => role)).toEqual(['sample-name', 'metadata', 'metadata', 'metadata']);
  });

  it('of ArrayExpress is SDRF, and a study file of ISA-Tab is not', async () => {
    const array = await recognizeText(
      table(
        row('Source Name', 'Characteristics[organism]', 'Assay Name', 'Array Data File', 'Factor Value[dose]'),
        row('S1', 'Mus musculus', 'A1', 'a.CEL', '5'),
        row('S2', 'Mus musculus', 'A2', 'b.CEL', '0'),
      ),
    );
    expect(array.layout).toBe('sdrf');
    const study = await recognizeText(
      table(
        row('Source Name', 'Characteristics[Organism]', 'Sample Name', 'Factor Value[Dose]'),
        row('P1', 'Mus musculus', 'S1', '5'),
        row('P1', 'Mus musculus', 'S2', '0'),
      ),
    );
    expect(study.layout).toBe('isa-samples');
  });

  it('is not seen in a sheet of sources and assays without characteristics', async () => {
    const profile = await recognizeText(
      table(row('source name', 'assay name', 'treatment'), row('S1', 'run 1', 'none'), row('S2', 'run 2', 'drug')),
    );
    expect(profile.layout).toBe('sample-sheet');
  });
});
