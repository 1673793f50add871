import { gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { spectronautMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

/** Levels of a report from protein group down to fragment; the quantity of the highest is primary. */
const levels = ['pg', 'pep', 'fg', 'f'];
const quantityName =
  /^(?:pg|pep|fg)(?:log2|normalized|raw|ms1|ms2|ms1raw|ms2raw|normalizedms1|normalizedms2)*quantity$|^pgibaq$|^f(?:normalized)?peak(?:area|height)$/;
/** The figure that Spectronaut's settings choose; it repeats one of the others where these are there. */
const chosenQuantity = 'EG.TotalQuantity (Settings)';

/**
 * Spectronaut's long report: a row a fragment, precursor or protein of a run. The quantity of a protein repeats on the
 * rows of its precursors and fragments. Source: Spectronaut manual, "Report schema" (R., PG., PEP., EG., FG., F. columns).
 */
export const spectronautReport: Layout = {
  name: 'spectronaut-report',
  recognize(head) {
    const grid = gridOf(head);
    const proteins = presentNames(grid.index, ['PG.ProteinGroups', 'PG.ProteinAccessions']);
    const runs = presentNames(grid.index, ['R.FileName', 'R.Label', 'R.Condition', 'R.Replicate']);
    const sample = findColumn(grid.index, 'R.FileName', 'R.Label');
    if (proteins.length === 0 || sample < 0) return null;
    const quantities = withLevelKeys(grid.index, sample, quantitiesOf(grid.names));
    if (quantities.length === 0) return null;
    const protein = findColumn(grid.index, ...proteins);
    const roles = new Map<number, ColumnRole>([[sample, 'sample-name']]);
    for (const name of ['R.Condition', 'R.Replicate', 'R.Fraction', 'R.Label', 'R.RunDate']) {
      const at = findColumn(grid.index, name);
      if (at >= 0 && at !== sample) roles.set(at, 'metadata');
    }
    return makeReading({
      grid,
      confidence: 0.95,
      evidence: `Because of the columns ${[...proteins, ...runs].join(', ')} and ${quantities[0]?.plan.name}.`,
      shape: 'long',
      ...omicsOfLayout('proteomics', 'Spectronaut'),
      marks: spectronautMarks,
      rowKey: rowKeyOf(grid.index, sample, protein),
      moleculeKey: [protein],
      roles,
      values: quantities.map(({ index, plan }) => ({ index, quantity: plan })),
      quantities: quantities.map(({ plan }) => plan),
      identity: proteinIdentity(grid, protein, ';'),
    });
  },
};

/** A figure of the report and its level, 0 for protein groups to 3 for fragments; -1 where the settings chose it. */
interface LeveledQuantity {
  readonly index: number;
  readonly level: number;
  readonly plan: QuantityPlan;
}

/** What a protein, peptide or precursor is told by: its figure is the same on all rows of these cells. */
const levelColumns: readonly (readonly (readonly string[])[])[] = [
  [['PG.ProteinGroups', 'PG.ProteinAccessions']],
  [['PEP.GroupingKey', 'PEP.StrippedSequence']],
  [
    ['EG.PrecursorId', 'EG.ModifiedSequence', 'EG.ModifiedPeptide'],
    ['FG.Charge', 'EG.PrecursorId'],
  ],
];

function withLevelKeys(
  index: Parameters<typeof findColumn>[0],
  sample: number,
  quantities: readonly LeveledQuantity[],
): readonly LeveledQuantity[] {
  return quantities.map((quantity) => {
    const columns = levelColumns[quantity.level]?.map((names) => findColumn(index, ...names)) ?? [-1];
    if (columns.includes(-1)) return quantity;
    return { ...quantity, plan: { ...quantity.plan, levelKey: [...new Set([sample, ...columns])] } };
  });
}

function quantitiesOf(names: readonly string[]): readonly LeveledQuantity[] {
  const found = names.flatMap((name, index) => {
    const plain = plainName(name);
    const level = levels.findIndex((prefix) => new RegExp(`^${prefix}[^a-z0-9]`, 'i').test(name.trim()));
    return level >= 0 && quantityName.test(plain) ? [{ index, level, plain, plan: planOf(name.trim(), plain) }] : [];
  });
  if (!found.some(({ level }) => level < 3)) {
    const at = names.findIndex((name) => plainName(name) === plainName(chosenQuantity));
    if (at >= 0) found.push({ index: at, level: -1, plain: '', plan: planOf((names[at] ?? '').trim(), '') });
  }
  // `PG.Quantity` before the variants of its level, which have longer names.
  return found.sort(
    (a, b) => a.level - b.level || Number(b.plain.length === 10) - Number(a.plain.length === 10) || a.index - b.index,
  );
}

function planOf(name: string, plain: string): QuantityPlan {
  return { name, scale: plain.includes('log2') ? 'log2' : 'linear' };
}

function rowKeyOf(index: Parameters<typeof findColumn>[0], sample: number, protein: number): readonly number[] {
  const peptide = findColumn(
    index,
    'EG.ModifiedSequence',
    'EG.ModifiedPeptide',
    'EG.PrecursorId',
    'PEP.GroupingKey',
    'PEP.StrippedSequence',
  );
  if (peptide < 0) return [sample, protein];
  const parts = ['FG.Charge', 'F.FrgIon', 'F.FrgLossType', 'F.Charge'].map((name) => findColumn(index, name));
  return [sample, peptide, ...parts.filter((at) => at >= 0)];
}
