import { sampledCells } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import { hintOf } from '../headerWords.ts';
import { identityOf, idsOf } from '../identity.ts';
import { keyColumnOf } from '../keyColumn.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';
import { sampleOfQuantifier } from '../sampleOfQuantifier.ts';

interface Quantifier {
  readonly tool: string;
  /** The columns that name the row, the first that is there is the key. */
  readonly keys: readonly string[];
  /** No other tool writes this column. */
  readonly own: string;
  readonly marks: readonly string[];
  /** By rank: estimated counts, which have fractions rightly, before what is normalised. */
  readonly quantities: readonly QuantityPlan[];
  readonly statistics: readonly string[];
}

/**
 * Sources: Salmon documentation, "Quantification File"; kallisto manual, "Results" (abundance.tsv); RSEM manual,
 * rsem-calculate-expression, "OUTPUT" (genes.results, isoforms.results, with the columns of --calc-pme and --calc-ci);
 * StringTie manual, "Gene abundances in tab-delimited format".
 */
const quantifiers: readonly Quantifier[] = [
  {
    tool: 'Salmon',
    keys: ['Name'],
    own: 'NumReads',
    marks: ['Name', 'Length', 'EffectiveLength', 'TPM', 'NumReads'],
    quantities: [count('NumReads'), abundance('TPM')],
    statistics: [],
  },
  {
    tool: 'kallisto',
    keys: ['target_id'],
    own: 'est_counts',
    marks: ['target_id', 'length', 'eff_length', 'est_counts', 'tpm'],
    quantities: [count('est_counts'), abundance('tpm')],
    statistics: [],
  },
  {
    tool: 'RSEM',
    keys: ['transcript_id', 'gene_id'],
    own: 'expected_count',
    marks: ['gene_id', 'length', 'effective_length', 'expected_count', 'TPM', 'FPKM'],
    quantities: [
      count('expected_count'),
      abundance('TPM'),
      abundance('FPKM'),
      abundance('IsoPct'),
      count('posterior_mean_count'),
      abundance('pme_TPM'),
      abundance('pme_FPKM'),
      abundance('IsoPct_from_pme_TPM'),
    ],
    statistics: [
      'posterior_standard_deviation_of_count',
      'TPM_ci_lower_bound',
      'TPM_ci_upper_bound',
      'TPM_coefficient_of_quartile_variation',
      'FPKM_ci_lower_bound',
      'FPKM_ci_upper_bound',
      'FPKM_coefficient_of_quartile_variation',
    ],
  },
  {
    tool: 'StringTie',
    keys: ['Gene ID'],
    own: 'Coverage',
    marks: ['Gene ID', 'Gene Name', 'Reference', 'Strand', 'Start', 'End', 'Coverage', 'FPKM', 'TPM'],
    quantities: [abundance('TPM'), abundance('FPKM'), abundance('Coverage')],
    statistics: [],
  },
];

/** What Salmon, kallisto, RSEM and StringTie write of one sample, which the folder or the file is named after. */
export const rnaQuantifier: Layout = {
  name: 'rna-quantifier',
  recognize(head) {
    const grid = gridOf(head);
    const quantifier = quantifiers.find(({ own, marks }) => {
      const found = presentNames(grid.index, marks);
      return found.includes(own) && found.length >= marks.length - 1;
    });
    if (quantifier === undefined || isOfSeveralSamples(grid)) return null;
    const { tool, keys, marks, quantities, statistics } = quantifier;
    const named = findColumn(grid.index, ...keys);
    const key = named >= 0 ? named : keyColumnOf(grid);
    const found = presentNames(grid.index, marks);
    const sample = sampleOfQuantifier(head.name);
    const roles = new Map<number, ColumnRole>(
      statistics.map((name) => [findColumn(grid.index, name), 'statistic'] as const),
    );
    const omics = omicsOfLayout('transcriptomics', tool);
    const ids = sampledCells(grid, key);
    return makeReading({
      grid,
      confidence: found.length === marks.length && named >= 0 ? 0.97 : 0.85,
      evidence: `Because of ${tool}'s columns ${found.join(', ')}.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: key < 0 ? [] : [key],
      roles,
      values: quantities.flatMap((quantity) => {
        const index = findColumn(grid.index, quantity.name ?? '');
        return index < 0 ? [] : [{ index, quantity, sample }];
      }),
      quantities,
      identity: key < 0 ? null : identityOf(key, idsOf(ids), omics.omicsType, ids),
    });
  },
};

/** sleuth and others stack the samples' tables, with a column that says which is which. */
function isOfSeveralSamples(grid: Grid): boolean {
  return grid.names.some((name) => hintOf(name) === 'sample');
}

function count(name: string): QuantityPlan {
  return { name, kind: 'count', scale: 'linear' };
}

function abundance(name: string): QuantityPlan {
  return { name, scale: 'linear' };
}
