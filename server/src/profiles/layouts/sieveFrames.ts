import { contentOf, isNumeric } from '../columnContent.ts';
import { gridOf } from '../grid.ts';
import { plainName } from '../headerName.ts';
import { hintOf } from '../headerWords.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';
import { statisticOf } from '../statisticColumn.ts';

const quantity: QuantityPlan = { name: null, scale: 'linear' };

/**
 * Frames of Thermo's SIEVE: a number, mass and time, then the samples. A 0 is a value.
 * Source: SIEVE user guide, "Framing"; O'Connor et al. 2018 (LipidFinder), doi 10.1093/bioinformatics/bty679.
 */
export const sieveFrames: Layout = {
  name: 'sieve-frames',
  recognize(head) {
    const grid = gridOf(head);
    const [id, mass, time] = grid.names.map(plainName);
    if (!/^(?:id|frame|frameid)$/.test(id ?? '') || mass !== 'mz' || time !== 'time') return null;
    const content = contentOf(grid);
    const roles = new Map<number, ColumnRole>(
      grid.names.flatMap((name, index) => (isFigure(name) ? [[index, 'statistic'] as const] : [])),
    );
    const values = grid.names.flatMap((name, index) => {
      const told = content[index];
      const own = index <= 2 || roles.has(index) || hintOf(name) === 'annotation' || name.trim() === '';
      return !own && told !== undefined && isNumeric(told) ? [{ index, quantity, sample: name.trim() }] : [];
    });
    if (values.length < 2 || !content.slice(0, 3).every(isNumeric)) return null;
    return makeReading({
      grid,
      confidence: 0.75,
      evidence: `Because of the columns ${grid.names.slice(0, 3).join(', ')}, behind which samples stand.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('metabolomics', 'SIEVE'),
      rowKey: [0],
      roles,
      values,
      quantities: [quantity],
      identity: null,
    });
  },
};

/** A comparison's figures, each with its group behind it (`Ratio_treated`, `PValue_treated`), and a frame's mean intensity. */
function isFigure(name: string): boolean {
  const kind = statisticOf(name);
  return (
    (kind !== null && kind !== 'test') || /^(?:ratio|p-?value|std ?dev|cv|avg ?intensity)(?:[ _.]|$)/i.test(name.trim())
  );
}
