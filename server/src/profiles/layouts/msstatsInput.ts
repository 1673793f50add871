import { type Grid, gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { msstatsMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';
import { columnOfPeptides } from '../renamedColumn.ts';

const labelFree = ['PrecursorCharge', 'FragmentIon', 'ProductCharge', 'IsotopeLabelType', 'Condition', 'BioReplicate'];
const isobaric = ['Charge', 'PSM', 'Channel', 'Mixture', 'TechRepMixture', 'Condition', 'BioReplicate'];
/** One of a kind's columns may be missing or have another name. */
const mostMissing = 2;
const sampleColumns = [
  'Condition',
  'BioReplicate',
  'TechReplicate',
  'Mixture',
  'TechRepMixture',
  'Fraction',
  'StandardType',
];

const quantity: QuantityPlan = { name: 'Intensity', scale: 'linear' };

/**
 * The input of MSstats and MSstatsTMT, which converters of many tools write: a row a peak of a peptide in a run. Of
 * isobaric labels each channel of a run is a sample. Whether a 0 means "not detected" depends on the tool that measured
 * (`censoredInt`), which the table does not tell, so it stays a value.
 * Sources: MSstats user manual, "Required input"; MSstatsTMT vignette, "Input" (doi 10.1074/mcp.RA120.002105); OpenMS
 * MSstatsConverter, which adds `RetentionTime`, `Reference` and `Fraction`.
 */
export const msstatsInput: Layout = {
  name: 'msstats-input',
  recognize(head) {
    const grid = gridOf(head);
    const channel = findColumn(grid.index, 'Channel');
    const kind = channel < 0 ? labelFree : isobaric;
    const found = presentNames(grid.index, kind);
    const complete = found.length === kind.length;
    const protein = findColumn(grid.index, 'ProteinName');
    const named = findColumn(grid.index, 'PeptideSequence', 'PeptideModifiedSequence');
    const peptide = named < 0 && complete ? columnOfPeptides(grid) : named;
    const run = findColumn(grid.index, 'Run', 'Reference');
    const intensity = findColumn(grid.index, 'Intensity');
    if (peptide < 0 || run < 0 || intensity < 0 || found.length < kind.length - mostMissing) return null;
    if (protein < 0 && !complete) return null;
    const molecule = [protein, peptide].filter((at) => at >= 0);
    const sampleCells = channel < 0 ? [run] : [run, channel];
    return makeReading({
      grid,
      confidence: confidenceOf(kind.length - found.length, protein >= 0 && named >= 0),
      evidence: `Because of the columns ${molecule.map((at) => grid.names[at]).join(', ')}, ${found.join(', ')}, ${grid.names[run]} and Intensity.`,
      shape: 'long',
      ...omicsOfLayout('proteomics', channel < 0 ? 'MSstats' : 'MSstatsTMT'),
      marks: msstatsMarks,
      rowKey: [...molecule, ...transitionOf(grid), ...sampleCells],
      moleculeKey: [peptide],
      roles: rolesOf(grid, sampleCells),
      values: [{ index: intensity, quantity }],
      quantities: [quantity],
      // A peptide is kept at its own level; it is no protein.
      identity: null,
    });
  },
};

function confidenceOf(missing: number, named: boolean): number {
  if (!named || missing > 1) return 0.85;
  return missing === 0 ? 0.96 : 0.92;
}

/** What tells the peaks of a peptide in a run apart. */
function transitionOf(grid: Grid): readonly number[] {
  const parts = [
    findColumn(grid.index, 'PrecursorCharge', 'Charge'),
    findColumn(grid.index, 'FragmentIon'),
    findColumn(grid.index, 'ProductCharge'),
    findColumn(grid.index, 'IsotopeLabelType'),
    findColumn(grid.index, 'PSM'),
  ];
  return parts.filter((at) => at >= 0);
}

function rolesOf(grid: Grid, sampleCells: readonly number[]): ReadonlyMap<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>(sampleCells.map((at) => [at, 'sample-name']));
  for (const name of sampleColumns) {
    const at = findColumn(grid.index, name);
    if (at >= 0 && !roles.has(at)) roles.set(at, 'metadata');
  }
  return roles;
}
