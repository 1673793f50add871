import type { Column, Profile } from '../../profiles/profile.ts';
import { cellKinds } from '../../values/cellKind.ts';
import { kindBit, numericColumns } from '../../values/rowValues.ts';
import { holdsMeasurements, shown } from '../columnKinds.ts';
import type { Rule } from '../rule.ts';

/** A ratio over nothing is infinite by right. */
const ratioName = /\b(?:fold|ratio|fc)\b|log_?2?_?(?:fc|fold)|ratio/i;

/**
 * An infinite value: an error in a measured quantity; in statistics and ratios, which divide, only worth knowing.
 * Silent: NaN, which means "missing".
 */
export const nonFinite: Rule = {
  codes: ['non-finite'],
  start(context) {
    const { profile } = context;
    if (!holdsMeasurements(profile)) return null;
    const columns = numericColumns(profile);
    return {
      irregularRow(data) {
        if ((data.values.irregularKinds & kindBit(cellKinds.nonFinite)) === 0) return;
        for (const [position, { kind }] of data.values.readings) {
          const column = columns[position];
          if (kind !== cellKinds.nonFinite || !column) continue;
          const text = shown(data.row.cells[column.index] ?? '');
          if (divides(profile, column)) {
            context.atCell(data, column.index, {
              code: 'non-finite',
              severity: 'information',
              blocks: false,
              message: `${text} is infinite: something was divided by zero. It is kept, and left out of pictures.`,
            });
          } else {
            context.atCell(data, column.index, {
              code: 'non-finite',
              message: `${text} is infinite, which no measurement is. Put the value in, or leave the cell empty.`,
            });
          }
        }
      },
    };
  },
};

function divides(profile: Profile, column: Column): boolean {
  if (column.role === 'statistic') return true;
  return ratioName.test(profile.quantities[column.quantity ?? -1]?.name ?? '');
}
