import { gridOf } from '../grid.ts';
import { afterPrefix, findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
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

/**
 * MaxQuant's evidence.txt: a row an observation of a modified peptide in a run. It is kept at that level, each row under
 * its own id; each channel of isobaric labels is a sample of the run.
 * Source: MaxQuant's tables.pdf, "evidence.txt".
 */
export const maxquantEvidence: Layout = {
  name: 'maxquant-evidence',
  recognize(head) {
    const grid = gridOf(head);
    const marks = presentNames(grid.index, ['Modified sequence', 'Raw file', 'Leading razor protein', 'MS/MS IDs']);
    const molecule = findColumn(grid.index, 'Modified sequence');
    const rawFile = findColumn(grid.index, 'Raw file');
    const sample = findColumn(grid.index, 'Experiment', 'Raw file');
    const id = findColumn(grid.index, 'id');
    const intensity = findColumn(grid.index, 'Intensity');
    if (molecule < 0 || rawFile < 0 || id < 0 || intensity < 0 || marks.length < 3) return null;
    const values = [{ index: intensity, quantity: intensityPlan }, ...reporterChannels(grid.names)];
    const roles = new Map<number, ColumnRole>([
      [rawFile, 'metadata'],
      [sample, 'sample-name'],
    ]);
    return makeReading({
      grid,
      confidence: 0.96,
      evidence: `Because of the columns ${marks.join(', ')} and Intensity.`,
      shape: 'long',
      ...omicsOfLayout('proteomics', 'MaxQuant'),
      rowKey: [id],
      moleculeKey: [molecule],
      roles,
      values,
      quantities: [intensityPlan, ...reporters],
      identity: null,
    });
  },
};

function reporterChannels(names: readonly string[]): readonly ValuePlan[] {
  return names.flatMap((name, index) => {
    for (const quantity of reporters) {
      const channel = afterPrefix(name, quantity.words) ?? '';
      if (/^\d+$/.test(channel)) return [{ index, quantity, channel }];
    }
    return [];
  });
}
