import { contentOf } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { diannMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';

/** Figures of a protein group in a run, by rank, as of DIA-NN 1.7 to 2.x; they repeat on each of its precursors. */
const proteinFigures = ['PG.MaxLFQ', 'PG.Normalised', 'PG.Quantity', 'PG.TopN'];
/** Figures of a group of genes in a run, by rank; they repeat in the same way. */
const geneFigures = [
  'Genes.MaxLFQ',
  'Genes.Normalised',
  'Genes.Quantity',
  'Genes.TopN',
  'Genes.MaxLFQ.Unique',
  'Genes.Quantity.Unique',
];
/** Figures of a precursor in a run, by rank. */
const precursorFigures = [
  'Precursor.Normalised',
  'Precursor.Quantity',
  'Precursor.Translated',
  'Ms1.Normalised',
  'Ms1.Area',
  'Ms1.Translated',
  'Ms1.Apex.Area',
];
const marks = [
  'Protein.Group',
  'Protein.Ids',
  'Stripped.Sequence',
  'Modified.Sequence',
  'Precursor.Charge',
  'Q.Value',
  'Global.Q.Value',
  'PG.Q.Value',
  'Global.PG.Q.Value',
  'GG.Q.Value',
  'Lib.Q.Value',
  'Lib.PG.Q.Value',
  'Translated.Q.Value',
  'Proteotypic',
  'Quantity.Quality',
  'Predicted.RT',
  'Predicted.iRT',
  'Mass.Evidence',
  'CScore',
  'Decoy.CScore',
  'First.Protein.Description',
  'Ms1.Profile.Corr',
];
const fewestMarks = 3;

/**
 * DIA-NN's main report: a row a precursor in a run. What it says of a protein group or a gene repeats on the rows of its
 * precursors; the quantity of the highest level is primary, as in Spectronaut's report. A table cut down to run, protein
 * group and protein figures is read at that level.
 * Sources: DIA-NN's README, "Main output reference" and "Output" (1.8, 1.9: `File.Name`, `PG.Quantity`, `PG.Normalised`;
 * 2.0: `Run.Index`, `Channel`, `PG.TopN`, without these); Demichev et al. 2020, doi 10.1038/s41592-019-0638-x.
 */
export const diannReport: Layout = {
  name: 'diann-report',
  recognize(head) {
    const grid = gridOf(head);
    const run = findColumn(grid.index, 'Run', 'File.Name');
    const found = presentNames(grid.index, marks);
    const protein = findColumn(grid.index, 'Protein.Group');
    const precursor = precursorOf(grid);
    // Where the protein group is told, its genes are too: their figures repeat on the same rows.
    const genes = protein < 0 ? findColumn(grid.index, 'Genes') : protein;
    const values = valuesOf(grid, [run, protein], [run, genes]);
    const ofTool = values.filter(({ quantity }) => /^(?:precursor|pg|genes|ms1)[^a-z]/i.test(quantity.name ?? ''));
    if (run < 0 || ofTool.length === 0) return null;
    const reported = precursor.length > 0 && found.length >= fewestMarks;
    const ofProteins = precursor.length === 0 && protein >= 0 && ofTool.some(({ quantity }) => quantity.levelKey);
    if (!reported && !ofProteins) return null;
    const rows = reported ? precursor : [protein];
    const molecule = protein < 0 ? precursor : [protein];
    const roles = sampleRoles(grid, run);
    const sampleCells = [...roles].flatMap(([column, role]) => (role === 'sample-name' ? [column] : []));
    const certain = reported && precursor.length === 1 && found.length >= 5;
    return makeReading({
      grid,
      confidence: certain ? 0.97 : reported ? 0.88 : 0.8,
      evidence: `Because of the columns ${[...new Set([run, ...rows])].map((at) => grid.names[at]).join(', ')}, ${[...found.slice(0, 3), ofTool[0]?.quantity.name].join(', ')}.`,
      shape: 'long',
      ...omicsOfLayout('proteomics', 'DIA-NN'),
      marks: diannMarks,
      rowKey: [...rows, ...sampleCells],
      moleculeKey: molecule,
      roles,
      values,
      quantities: values.map(({ quantity }) => quantity),
      // A precursor is kept at its own level; it is no protein.
      identity: protein < 0 ? null : proteinIdentity(grid, protein, ';'),
    });
  },
};

/** The columns that name a precursor; empty where none do. */
function precursorOf(grid: Grid): readonly number[] {
  const id = findColumn(grid.index, 'Precursor.Id');
  if (id >= 0) return [id];
  const parts = [findColumn(grid.index, 'Modified.Sequence'), findColumn(grid.index, 'Precursor.Charge')];
  return parts.includes(-1) ? [] : parts;
}

function valuesOf(
  grid: Grid,
  proteinLevel: readonly number[],
  geneLevel: readonly number[],
): readonly (ValuePlan & { readonly quantity: QuantityPlan })[] {
  const figures = (names: readonly string[], levelKey: readonly number[] | null): readonly ValuePlan[] =>
    names.flatMap((words) => {
      const index = findColumn(grid.index, words);
      if (index < 0) return [];
      const name = (grid.names[index] ?? '').trim();
      const level = levelKey === null || levelKey.includes(-1) ? {} : { levelKey };
      return [{ index, quantity: { name, scale: 'linear' as const, ...level } }];
    });
  return [
    ...figures(proteinFigures, proteinLevel),
    ...figures(geneFigures, geneLevel),
    ...figures(precursorFigures, null),
  ];
}

/** A channel of multiplexed labels is a sample of its own; without labels the column is there and empty. */
function sampleRoles(grid: Grid, run: number): ReadonlyMap<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>([[run, 'sample-name']]);
  const file = findColumn(grid.index, 'File.Name');
  if (file >= 0 && file !== run) roles.set(file, 'metadata');
  const channel = findColumn(grid.index, 'Channel');
  if (channel >= 0 && (contentOf(grid)[channel]?.filled ?? 0) > 0) roles.set(channel, 'sample-name');
  return roles;
}
