import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognize } from '../../../server/src/profiles/recognize.ts';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import { readHead } from '../../../server/src/table/head.ts';
import { readExpectations, realDataFolder, realDataPresent } from './expectations.ts';

/** What the files themselves say, looked up in them by hand; no other file of the folder names an organism. */
const expected: Readonly<Record<string, number>> = {
  'metabolomics/BAD_ST000022_malformed_factor.mwtab.txt': 9606,
  'metabolomics/BAD_ST000122_duplicate_keys.mwtab.txt': 9606,
  'metabolomics/MouseLiver_negative.mztab.txt': 10090,
  'metabolomics/ST000017_AN000035.mwtab.txt': 10116,
  'metabolomics/m_MTBLS1_NMR_maf.tsv': 9606,
  'metabolomics/s_MTBLS1.txt': 9606,
  'proteomics/alphapept_results_proteins.csv': 9606,
  'proteomics/diann_pg_matrix_small.tsv': 9606,
  'proteomics/fragpipe_combined_protein.tsv': 9606,
  'proteomics/proteomediscoverer_psm_tmt.txt': 10090,
  'transcriptomics/htseq_counts.tsv': 10090,
  'transcriptomics/limma_voom_results.csv': 9606,
  'transcriptomics/salmon_gene_counts_SRP254919.tsv': 10090,
  'transcriptomics/samplesheet_SRP254919.csv': 10090,
};

const files = readExpectations().map(({ file }) => file);

describe.skipIf(!realDataPresent)('Real tables (skipped where ../shared is absent)', () => {
  it.each(files)('%s is of the organism that it names, or of none that is told', async (file) => {
    const source = bytesSource(basename(file), readFileSync(join(realDataFolder, file)));
    const { organism } = recognize(await readHead(source));
    expect(organism?.taxon ?? null, organism?.evidence).toBe(expected[file] ?? null);
  });

  it('are all there that an organism is expected of', () => {
    expect(files).toEqual(expect.arrayContaining(Object.keys(expected)));
  });
});
