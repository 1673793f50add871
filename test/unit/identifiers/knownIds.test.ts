import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namespaceOf } from '../../../server/src/identifiers/columnNamespace.ts';
import { isContaminantOrDecoy, recognizeId } from '../../../server/src/identifiers/knownIds.ts';
import type { IdNamespace } from '../../../shared/src/dataset.ts';

const vectorFolder = join(import.meta.dirname, '../../../../shared/vectors');
const vectorsPresent = existsSync(vectorFolder);

/** The rows of a table of test vectors, by column name; none where the folder is absent. */
function readVectors(name: string): Record<string, string>[] {
  if (!vectorsPresent) return [];
  const [header, ...rows] = readFileSync(join(vectorFolder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const names = header?.split('\t') ?? [];
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, at) => [names[at] ?? '', cell])));
}

describe('Ids of a known form', () => {
  it.each<[IdNamespace, string, string | null]>([
    ['uniprot', 'P04637', 'P04637'],
    ['uniprot', 'P04637-2', 'P04637-2'],
    ['uniprot', 'A0A023GPI8', 'A0A023GPI8'],
    ['uniprot', 'sp|P04637|P53_HUMAN', 'P04637'],
    ['uniprot', 'tr|A0A023GPI8|A0A023GPI8_CANBL', 'A0A023GPI8'],
    ['uniprot', 'sp|P04637-2|P53_HUMAN', 'P04637-2'],
    ['uniprot', 'CON__P00761', null],
    ['uniprot', 'REV__P04637', null],
    ['uniprot', 'REV__CON__P04637', null],
    ['uniprot', 'contam_sp|P00761|TRYP_PIG', null],
    ['uniprot', 'rev_sp|P04637|P53_HUMAN', null],
    ['uniprot', 'Cont_P00761', null],
    ['uniprot', 'DECOY_P04637', null],
    ['uniprot', 'O76070ups', null],
    ['uniprot', 'xP04637', null],
    ['uniprot', 'P04637x', null],
    ['ensembl', 'ENSG00000004139', 'ENSG00000004139'],
    ['ensembl', 'ENSG00000004139.17', 'ENSG00000004139'],
    ['ensembl', 'ENSMUST00000000001.4', 'ENSMUST00000000001'],
    ['ensembl', 'ENSP00000269305', 'ENSP00000269305'],
    ['ensembl', 'MGP_CASTEiJ_G0016123', 'MGP_CASTEiJ_G0016123'],
    ['ensembl', 'ENSG00000182378.15_PAR_Y', 'ENSG00000182378_PAR_Y'],
    ['ensembl', 'ENSE00000000001', null],
    ['hmdb', 'HMDB0001847', 'HMDB0001847'],
    ['hmdb', 'HMDB01847', 'HMDB0001847'],
    ['hmdb', 'HMDB001847', null],
    ['kegg', 'C07481', 'C07481'],
    ['kegg', 'D00109', 'D00109'],
    ['kegg', 'G00001', 'G00001'],
    ['kegg', 'K00001', null],
    ['chebi', 'CHEBI:27732', 'CHEBI:27732'],
    ['chebi', '27732', null],
    ['inchikey', 'RYYVLZVUVIJVGH-UHFFFAOYSA-N', 'RYYVLZVUVIJVGH-UHFFFAOYSA-N'],
    ['inchikey', 'RYYVLZVUVIJVGH-UHFFFAOYXA-N', null],
    ['lipidmaps', 'LMGP01010005', 'LMGP01010005'],
    ['lipidmaps', 'LMSP0501AA01', 'LMSP0501AA01'],
    ['lipidmaps', 'LMXX01010005', null],
  ])('%s reads %s as %s', (namespace, raw, normal) => {
    expect(recognizeId(namespace, raw)).toBe(normal);
  });

  it.each([
    'CON__P00761',
    'REV__P04637',
    'contam_sp|P00004|CYC_HORSE',
    'rev_sp|P04637|X',
    'Cont_P00761',
    'DECOY_P1',
    '###REV###P1',
  ])('%s is marked as contaminant or decoy', (raw) => {
    expect(isContaminantOrDecoy(raw)).toBe(true);
  });

  it.each(['REV1', 'CONT1', 'REVERB', 'DECOY'])('%s is a name like any other', (raw) => {
    expect(isContaminantOrDecoy(raw)).toBe(false);
  });
});

describe('The namespace is the column’s', () => {
  it.each<[string, readonly string[], IdNamespace | null]>([
    [
      'accessions with contaminants among them',
      ['P04637', 'CON__P00761', 'Q9Y6K9', 'O75475', 'REV__P04637'],
      'uniprot',
    ],
    ['gene symbols of which some look like accessions', ['P2RX4', 'P3H1', 'Q6ZS10', 'TP53', 'BRCA1', 'MYC'], null],
    ['nine ids in ten', [...Array.from({ length: 9 }, (_, at) => `CHEBI:${at * 7}`), 'glucose'], 'chebi'],
    ['eight ids in ten', [...Array.from({ length: 8 }, (_, at) => `CHEBI:${at * 7}`), 'glucose', 'urea'], null],
    ['ids with words for missing between them', ['HMDB01847', 'NA', '', 'null', 'HMDB0000122'], 'hmdb'],
    [
      'a running number that looks like KEGG',
      Array.from({ length: 30 }, (_, at) => `C${String(at + 1).padStart(5, '0')}`),
      null,
    ],
    ['KEGG ids', ['C00031', 'C00041', 'C00158', 'C00022', 'D00109', 'C07481'], 'kegg'],
    ['nothing', ['', 'NA'], null],
  ])('%s', (_, cells, namespace) => {
    expect(namespaceOf(cells)).toBe(namespace);
  });

  it('the members of groups count one by one', () => {
    expect(namespaceOf(['P04637;Q9Y6K9', 'O75475'], { groupSeparator: ';' })).toBe('uniprot');
    expect(namespaceOf(['P04637;Q9Y6K9', 'O75475'])).toBe(null);
  });
});

describe.skipIf(!vectorsPresent)('Third-party test vectors (skipped where ../shared is absent)', () => {
  it('every valid UniProt accession is read as itself', () => {
    const wrong = readVectors('uniprot_valid.tsv').filter(
      ({ accession = '' }) => recognizeId('uniprot', accession) !== accession,
    );
    expect(wrong).toEqual([]);
  });

  it('no invalid UniProt accession is read but what is to be extracted from FASTA headers', () => {
    const read = readVectors('uniprot_invalid.tsv').filter(({ value = '' }) => recognizeId('uniprot', value) !== null);
    expect(read.filter(({ why = '' }) => !why.includes('extract'))).toEqual([]);
    expect(read.length).toBeGreaterThan(0);
  });

  it('Ensembl ids are read exactly where they are valid, GENCODE’s suffix and transcripts apart', () => {
    const wrong = readVectors('ensembl_ids.tsv').filter(({ value = '', valid, why = '' }) => {
      if (/PAR_Y suffix|transcript id/.test(why)) return recognizeId('ensembl', value) === null;
      return (recognizeId('ensembl', value) !== null) !== (valid === 'yes');
    });
    expect(wrong).toEqual([]);
  });

  it('ids of metabolites are read exactly where they are valid, old HMDB ids apart', () => {
    const namespaces: Record<string, IdNamespace> = {
      InChIKey: 'inchikey',
      HMDB: 'hmdb',
      KEGG: 'kegg',
      ChEBI: 'chebi',
      LIPIDMAPS: 'lipidmaps',
      'LIPID MAPS': 'lipidmaps',
    };
    const vectors = readVectors('metabolite_ids.tsv').filter(({ namespace = '' }) => namespace in namespaces);
    const wrong = vectors.filter(({ namespace = '', value = '', valid, why = '' }) => {
      const read = recognizeId(namespaces[namespace] as IdNamespace, value);
      return why.includes('old 5-digit') ? read !== 'HMDB0001847' : (read !== null) !== (valid === 'yes');
    });
    expect(new Set(vectors.map(({ namespace = '' }) => namespaces[namespace])).size).toBe(5);
    expect(wrong).toEqual([]);
  });
});
