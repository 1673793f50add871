import { describe, expect, it } from 'vitest';
import { recognizeText, sampleNames } from './variants.ts';

type Cells = readonly (readonly (string | number)[])[];
const lines = (delimiter: string, rows: Cells): string => `${rows.map((row) => row.join(delimiter)).join('\n')}\n`;
const table = (...rows: Cells): string => lines('\t', rows);
const generic = ['plain-matrix', 'gene-matrix', 'other-results', 'annotation-table', 'metaboanalyst', 'sample-sheet'];

describe('Metabolon', () => {
  it('names the samples by the lines above where the header has their groups', async () => {
    const profile = await recognizeText(
      table(
        ['', '', '', 'SAMPLE_NAME', 'W-1', 'W-2', 'W-3'],
        ['', '', '', 'SEX', 'M', 'F', 'F'],
        ['BIOCHEMICAL', 'SUPER PATHWAY', 'SUB PATHWAY', 'COMP ID', 'ctl', 'ctl', 'trt'],
        ['citrate', 'Energy', 'TCA Cycle', 1564, 5.5, '', 6.5],
        ['X - 12345', '', '', 32587, 7.5, 8.5, 0],
      ),
    );
    expect(profile).toMatchObject({ layout: 'metabolon', headerLine: 2, rowKey: [3], omicsType: 'metabolomics' });
    expect(profile.samples[1]).toEqual({ name: 'W-2', metadata: { Group: 'ctl', SAMPLE_NAME: 'W-2', SEX: 'F' } });
    expect(profile.quantities[0]?.zeroIsMissing).toBe(false);
  });

  it('without lines above the header has the samples behind its annotation', async () => {
    const profile = await recognizeText(
      table(
        ['CHEM_ID', 'SUPER_PATHWAY', 'SUB_PATHWAY', 'CHEMICAL_NAME', 'MASS', 'S1', 'S2'],
        [35, 'Energy', 'TCA Cycle', 'citrate', 191.02, -0.5, 0.25],
        [50, 'Lipid', 'Sterol', 'cholesterol', 369.35, 0.75, -0.125],
      ),
    );
    expect(profile).toMatchObject({ layout: 'metabolon', headerLine: 0, rowKey: [0] });
    expect(sampleNames(profile)).toEqual(['S1', 'S2']);
    expect(profile.quantities[0]?.scale).toBe('unknown');
  });

  it('may have samples in rows and compounds by nothing but their CHEM_ID', async () => {
    const profile = await recognizeText(
      table(['PARENT_SAMPLE_NAME', 35, 50, 55, 62], ['W-1', 1.5, 2.5, '', 0.5], ['W-2', 0.5, 1.25, 1, 2]),
    );
    expect(profile).toMatchObject({ layout: 'metabolon', shape: 'samples-in-rows', rowKey: [0] });
    expect(profile.columns[1]?.feature).toBe('35');
  });

  it.each([
    ['pathways of its own making', ['Metabolite', 'Pathway', 'a', 'b']],
    ['a sub pathway only', ['Metabolite', 'SUB_PATHWAY', 'a', 'b']],
  ])('is not seen in a table with %s', async (_, header) => {
    const rows = ['citrate', 'malate', 'urea'].map((name) => [name, 'Energy', 1.5, 2.5]);
    expect(generic).toContain((await recognizeText(table(header, ...rows))).layout);
  });

  it('has no samples in its annotation of compounds', async () => {
    const profile = await recognizeText(
      table(
        ['CHEM_ID', 'COMP_ID', 'SUPER_PATHWAY', 'SUB_PATHWAY', 'CHEMICAL_NAME', 'MASS'],
        [35, 485, 'Energy', 'TCA Cycle', 'citrate', 191.02],
        [50, 63, 'Lipid', 'Sterol', 'cholesterol', 369.35],
      ),
    );
    expect(profile).toMatchObject({ layout: 'metabolon', shape: 'annotation', samples: [] });
  });
});

describe('Biocrates', () => {
  const analytes = ['C0', 'Ala', 'lysoPC a C18:0', 'PC aa C36:4', 'PC ae C38:5', 'SM C16:0'];

  it('has lines of classes and limits that are no samples, and tokens that are no analyte’s words', async () => {
    const profile = await recognizeText(
      table(
        ['Concentration [µM]'],
        ['Plate Bar Code', 'Sample Bar Code', 'Sample Type', ...analytes],
        ['', '', 'Class', 'Acylcarnitines', 'Aminoacids', ...Array.from({ length: 4 }, () => 'Lipids')],
        ['', '', 'LOD (calc.) 1/1 [µM]', 0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
        ['1', '101', 'Sample', 5.5, '< LOD', 'No Intercept', 2.5, 0, 1.5],
        ['1', '102', 'QC2', 6.5, '> ULOQ', '< LLOQ', 2.25, 3.5, 1.75],
      ),
    );
    expect(profile).toMatchObject({ layout: 'biocrates', shape: 'samples-in-rows', headerLine: 1, dataLine: 4 });
    expect(profile.rowKey).toEqual([1]);
    expect(profile.columns.filter(({ role }) => role === 'value').map(({ feature }) => feature)).toEqual(analytes);
    expect(profile.quantities[0]).toMatchObject({ name: 'Concentration', unit: 'µM', zeroIsMissing: false });
    expect(profile.customs.missingTokens).toContain('No Intercept');
  });

  it('is told by the kit’s names alone, with age and sex as metadata', async () => {
    const profile = await recognizeText(
      lines(',', [
        ['id', 'Age', 'Sex', ...analytes],
        ['S1', 55, 'F', 5.5, 3, 4, 2.5, 0.5, 1.5],
        ['S2', 61, 'M', 6.5, 2, 3, 2.25, 3.5, 1.75],
      ]),
    );
    expect(profile.layout).toBe('biocrates');
    expect(profile.confidence).toBeLessThan(0.9);
    expect(profile.columns.slice(0, 4).map(({ role }) => role)).toEqual([
      'sample-name',
      'metadata',
      'metadata',
      'value',
    ]);
  });

  it('is told by few names beside MetIDQ’s columns', async () => {
    const profile = await recognizeText(
      table(
        ['Sample Identification', 'Sample Type', 'C0', 'Ala', 'lysoPC a C18:0', 'TG 16:0_34:1'],
        ['S1', 'Sample', 1.5, 2.5, 3.5, 4.5],
        ['S2', 'Sample', 2.5, 3.5, 4.5, 5.5],
      ),
    );
    expect(profile).toMatchObject({ layout: 'biocrates', rowKey: [0] });
    expect(profile.confidence).toBeLessThan(0.9);
  });

  it('is not seen in lipids of standard names', async () => {
    const profile = await recognizeText(
      table(['Sample', 'PC 36:4', 'PC 38:5', 'LPC 18:0'], ['S1', 1.5, 2.5, 3.5], ['S2', 4.5, 5.5, 6.5]),
    );
    expect(profile.layout).not.toBe('biocrates');
  });
});
