import { gridOf } from '../grid.ts';
import { afterPrefix, findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

/** The prefixes of reporter channels, the longer ones first; the channel's number follows. */
const reporters = [
  { words: 'Reporter intensity corrected', kind: 'intensity', zeroIsMissing: true },
  { words: 'Reporter intensity count', kind: 'count', zeroIsMissing: false },
  { words: 'Reporter intensity', kind: 'intensity', zeroIsMissing: true },
] as const;

/**
 * MaxQuant's evidence.txt: a row an observation of a modified peptide in a run. It is kept at that level, each row under
 * its own id; the channels of isobaric labels are quantities of the run, each for itself.
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
    const plan: QuantityPlan = { name: 'Intensity', zeroIsMissing: true, scale: 'linear' };
    const values = [{ index: intensity, quantity: plan }, ...reporterChannels(grid.names)];
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
      quantities: values.map(({ quantity }) => quantity),
      identity: null,
    });
  },
};

function reporterChannels(names: readonly string[]): { readonly index: number; readonly quantity: QuantityPlan }[] {
  return names.flatMap((name, index) => {
    const reporter = reporters.find(({ words }) => /^\d+$/.test(afterPrefix(name, words) ?? ''));
    if (reporter === undefined) return [];
    const { kind, zeroIsMissing } = reporter;
    return [{ index, quantity: { name: name.trim(), kind, zeroIsMissing, scale: 'linear' as const } }];
  });
}
