import { describe, expect, it } from 'vitest';
import { exampleText, recognizeText } from './variants.ts';

describe('Sectioned tables', () => {
  it('mwTab without factors in its block has them of the lines above', async () => {
    const text = [
      '#METABOLOMICS WORKBENCH STUDY_ID:ST1 ANALYSIS_ID:AN1',
      'SUBJECT_SAMPLE_FACTORS           \t-\tC1\tDisease Status:Cases\t',
      'SUBJECT_SAMPLE_FACTORS           \tP2\tC2\tDisease Status:Control | Sex:M\tRAW_FILE_NAME=b.raw; Batch=2',
      'NMR_BINNED_DATA:UNITS           \tPeak area',
      'NMR_BINNED_DATA_START',
      'Bin range(ppm)\tC1\tC2',
      '0.4...0.46\t0.1\t0',
      'NMR_BINNED_DATA_END',
      '',
    ].join('\n');
    expect((await recognizeText(text)).samples).toEqual([
      { name: 'C1', metadata: { 'Disease Status': 'Cases' } },
      {
        name: 'C2',
        metadata: { Subject: 'P2', RAW_FILE_NAME: 'b.raw', Batch: '2', 'Disease Status': 'Control', Sex: 'M' },
      },
    ]);
  });

  it('mzTab-M tells the name, the sample, the variable and the file of each assay', async () => {
    const text = [
      'MTD\tmzTab-version\t2.2.0-M',
      'MTD\tms_run[1]-location\tfile:///a.mzML',
      'MTD\tsample[1]\tliver',
      'MTD\tassay[1]\tinjection 1',
      'MTD\tassay[1]-sample_ref\tsample[1]',
      'MTD\tassay[1]-ms_run_ref\tms_run[1]',
      'MTD\tstudy_variable[1]\tcontrol',
      'MTD\tstudy_variable[1]-assay_refs\tassay[2] | assay[1]',
      'SMH\tSML_ID\tchemical_name\tabundance_assay[1]',
      'SML\t1\tCreatinine\t59809754.62',
      '',
    ].join('\n');
    expect((await recognizeText(text)).samples).toEqual([
      {
        name: 'assay[1]',
        metadata: { Assay: 'injection 1', Sample: 'liver', 'Study variable': 'control', File: 'file:///a.mzML' },
      },
    ]);
  });

  const lines = exampleText('gct.1-3.gct').split('\n');
  const [rows = '', samples = ''] = (lines[1] ?? '').split('\t');

  it('GCT 1.3 whose second line was cut to rows and samples is read as the whole one, less surely', async () => {
    const whole = await recognizeText(lines.join('\n'), 'a.gct');
    const cut = await recognizeText(lines.toSpliced(1, 1, `${rows}\t${samples}`).join('\n'), 'a.gct');
    expect({ ...cut, confidence: whole.confidence }).toEqual(whole);
    expect(cut.confidence).toBeLessThan(0.9);
  });

  it('GCT 1.3 whose numbers don’t leave the corner of the metadata empty is no GCT', async () => {
    const wrong = lines.toSpliced(1, 1, `${rows}\t${Number(samples) - 1}`).join('\n');
    expect((await recognizeText(wrong, 'a.gct')).layout).not.toBe('gct');
  });
});
