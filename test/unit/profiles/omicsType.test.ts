import { describe, expect, it } from 'vitest';
import { fileNameWords, tellOmicsType } from '../../../server/src/profiles/omicsType.ts';
import { recognizeText } from './variants.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const undecided = lines('id,a,b', 'x17,1.5,2.5', 'y23,3.5,4.5', 'z99,5.5,6.5');
const symbols = lines('id,a,b', 'TP53,1.5,2.5', 'BRCA1,3.5,4.5', 'CDK2,5.5,6.5', 'STAT3,1,2', 'IL6,3,4', 'MAPK1,2,2');

describe('The omics type', () => {
  it.each<[string, string, string, string | null]>([
    ['ids of proteins', lines('id,a', 'P04637,1.5', 'Q9Y6K9,2.5'), 'x.csv', 'proteomics'],
    ['ids of genes', lines('id,a', 'ENSG00000004139,1.5', 'ENSG00000141510,2.5'), 'x.csv', 'transcriptomics'],
    ['ids of metabolites', lines('id,a', 'HMDB0000122,1.5', 'HMDB0000294,2.5'), 'x.csv', 'metabolomics'],
    ['names of lipids', lines('id,a', 'PC 34:1,1.5', 'PE 36:2,2.5'), 'x.csv', 'lipidomics'],
    ['the name of the key column', lines('Metabolite,a', 'glucose,1.5', 'urea,2.5'), 'x.csv', 'metabolomics'],
    ['a file name, where nothing else tells', undecided, 'cancer_proteomics.csv', 'proteomics'],
    ['gene symbols, which may be proteins, by the file name', symbols, 'cancer_proteomics.csv', 'proteomics'],
    ['gene symbols without a word for either', symbols, 'x.csv', 'transcriptomics'],
    ['nothing, where nothing tells', undecided, 'cancer.csv', null],
    ['nothing, where the file name says two', undecided, 'lipids_and_proteins.csv', null],
    [
      'ids of proteins against the file name',
      lines('id,a', 'P04637,1.5', 'Q9Y6K9,2.5'),
      'lipidomics.csv',
      'proteomics',
    ],
    ['names of lipids against the file name', lines('id,a', 'PC 34:1,1.5', 'PE 36:2,2.5'), 'rnaseq.csv', 'lipidomics'],
  ])('is told by %s', async (_, text, name, omicsType) => {
    const profile = await recognizeText(text, name);
    expect(profile.omicsType).toBe(omicsType);
    expect(profile.omicsEvidence === '').toBe(omicsType === null);
  });

  it('is surer by ids than by the file name', () => {
    const clues = { keyName: 'id', features: [], namespace: null, header: [], fileName: 'proteome.csv' };
    const byName = tellOmicsType(clues);
    const byIds = tellOmicsType({ ...clues, features: ['P04637'], namespace: 'uniprot' });
    expect(byName.certainty).toBeLessThan(byIds.certainty);
  });
});

describe('The words of a file name', () => {
  it.each([
    ['cancer_proteomics.csv', ['cancer', 'proteomics', 'csv']],
    ['/data/myLipidData2.tsv', ['my', 'lipid', 'data', 'tsv']],
    ['C:\\study\\RNASeq-counts.txt', ['rna', 'seq', 'counts', 'txt']],
    ['2024_03_serum.csv', ['serum', 'csv']],
  ])('of %s', (name, words) => {
    expect(fileNameWords(name)).toEqual(words);
  });
});
