import type { Fix } from '#shared/diagnostics.ts';
import { ownedText } from '../../table/ownedText.ts';
import { cellKinds } from '../../values/cellKind.ts';
import { kindBit, numericColumns } from '../../values/rowValues.ts';
import { holdsMeasurements, shown } from '../columnKinds.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { watchSeparators } from './separatorUse.ts';

const oddKinds = kindBit(cellKinds.text) | kindBit(cellKinds.otherSeparator);

/** A number with the separator that its column otherwise does not use, until it is known whether it stands alone. */
interface OddNumber {
  readonly place: Place;
  readonly text: string;
}

/** Beyond this many in one column they are the column's own way, and not kept one by one. */
const mostKept = 10_000;

/**
 * Text in a column of a measured quantity. Silent: words for "missing", censored values, `Filtered`; statistics; numbers
 * with the other decimal separator in a column that mostly writes them so, which are decimal-comma's.
 */
export const notANumber: Rule = {
  codes: ['not-a-number'],
  start(context) {
    const { profile } = context;
    if (!holdsMeasurements(profile)) return null;
    const columns = numericColumns(profile);
    const watch = watchSeparators(context);
    const odd = new Map<number, OddNumber[]>();
    return {
      irregularRow(data) {
        if ((data.values.irregularKinds & oddKinds) === 0) return;
        for (const [position, { kind }] of data.values.readings) {
          const column = columns[position];
          if (column?.role !== 'value') continue;
          const text = data.row.cells[column.index] ?? '';
          if (kind === cellKinds.text) {
            context.atCell(data, column.index, {
              code: 'not-a-number',
              message: `${shown(text)} is no number. Put the measured value in, or leave the cell empty.`,
            });
          } else if (kind === cellKinds.otherSeparator) {
            const kept = odd.get(position) ?? [];
            if (kept.length === 0) odd.set(position, kept);
            if (kept.length < mostKept || context.counts.of(position, cellKinds.number) > kept.length) {
              kept.push({ place: context.placeOf(data.row, column.index, data.index), text: ownedText(text) });
            }
          }
        }
      },
      end() {
        for (const [position, numbers] of odd) {
          if (watch.useOf(position) === 'other') continue;
          for (const number of numbers) reportOdd(context, number);
        }
      },
    };
  },
};

function reportOdd(context: RuleContext, { place, text }: OddNumber): void {
  const { decimalSeparator } = context.profile;
  const plain = decimalSeparator === ',' ? text.replace('.', ',') : text.replace(',', '.');
  const fix: Fix = {
    title: `Write ${plain}`,
    safe: false,
    edits: [{ start: place.start, end: place.end, newText: plain }],
  };
  const name = decimalSeparator === ',' ? 'comma' : 'point';
  context.atPlace(place, {
    code: 'not-a-number',
    message: `${shown(text)} is no number among numbers with a decimal ${name}. Write ${plain} if that is meant.`,
    fixes: [fix],
  });
}
