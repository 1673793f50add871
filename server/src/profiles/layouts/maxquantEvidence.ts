import { type Grid, gridOf } from '../grid.ts';
import { afterPrefix, findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { maxquantPeptideMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';

const intensityPlan: QuantityPlan = { name: 'Intensity', zeroIsMissing: true, scale: 'linear' };

/** What is measured in the channels of isobaric labels, the longer names first; the channel's number follows. */
const reporters: readonly (QuantityPlan & { readonly words: string })[] = [
  { words: 'Reporter intensity corrected', zeroIsMissing: true },
  { words: 'Reporter intensity count', kind: 'count' as const },
  { words: 'Reporter intensity', zeroIsMissing: true },
].map((reporter) => ({ ...reporter, name: reporter.words, scale: 'linear' }));

const marks = [
  'Modified sequence',
  'Raw file',
  'Leading razor protein',
  'MS/MS IDs',
  'Type',
  'Charge',
  'Uncalibrated - Calibrated m/z [ppm]',
  'Calibrated retention time',
  'Match time difference',
  'Peptide ID',
];
const fewestMarks = 4;
/** What assigns an observation to proteins; allPeptides.txt and matchedFeatures.txt, of mere peaks, have none of these. */
const assigned = ['Leading razor protein', 'Leading proteins', 'Protein group IDs', 'Peptide ID'];
/** What single spectra have in msms.txt and msmsScans.txt. */
const ofSpectra = ['Scan number', 'Scan index', 'Fragmentation', 'Mass analyzer'];

/**
 * MaxQuant's evidence.txt: a row an observation of a modified peptide in a run. It is kept at that level, each row under
 * its own id; each channel of isobaric labels is a sample of the run.
 * Source: MaxQuant's tables.pdf, "evidence.txt".
 */
export const maxquantEvidence: Layout = {
  name: 'maxquant-evidence',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    const molecule = findColumn(grid.index, 'Modified sequence', 'Sequence');
    const sample = findColumn(grid.index, 'Experiment', 'Raw file');
    const values = valuesOf(grid);
    if (molecule < 0 || sample < 0 || values.length === 0 || found.length < fewestMarks) return null;
    if (presentNames(grid.index, assigned).length === 0 || presentNames(grid.index, ofSpectra).length > 0) return null;
    const rawFile = findColumn(grid.index, 'Raw file');
    const id = findColumn(grid.index, 'id');
    const own = ['Modified sequence', 'Sequence', 'Charge', 'Raw file', 'Experiment', 'MS/MS IDs'];
    const roles = new Map<number, ColumnRole>([
      [rawFile, 'metadata'],
      [sample, 'sample-name'],
    ]);
    const observed = own.map((name) => findColumn(grid.index, name)).filter((at) => at >= 0);
    return makeReading({
      grid,
      confidence: id >= 0 && found.length >= 5 ? 0.96 : 0.85,
      evidence: `Because of the columns ${found.join(', ')} and ${values[0]?.quantity.name}.`,
      shape: 'long',
      ...omicsOfLayout('proteomics', 'MaxQuant'),
      // Without its id an observation is told by what was observed where.
      marks: maxquantPeptideMarks,
      rowKey: id >= 0 ? [id] : observed,
      moleculeKey: [molecule],
      roles,
      values,
      quantities: [intensityPlan, ...reporters],
      identity: null,
    });
  },
};

function valuesOf(grid: Grid): readonly ValuePlan[] {
  const intensity = findColumn(grid.index, 'Intensity');
  const channels = grid.names.flatMap((name, index): ValuePlan[] => {
    for (const quantity of reporters) {
      const channel = afterPrefix(name, quantity.words) ?? '';
      if (/^\d+$/.test(channel)) return [{ index, quantity, channel }];
    }
    return [];
  });
  return intensity < 0 ? channels : [{ index: intensity, quantity: intensityPlan }, ...channels];
}
