import { ownedText } from '../../table/ownedText.ts';
import { cellKinds } from '../../values/cellKind.ts';
import { kindBit, numericColumns } from '../../values/rowValues.ts';
import { holdsMeasurements, shown } from '../columnKinds.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { watchSeparators } from './separatorUse.ts';

/** A number that may be grouped, until it is known how its column writes numbers. */
interface GroupedNumber {
  readonly position: number;
  readonly place: Place;
  readonly text: string;
  readonly plain: string;
}

/**
 * Digits grouped in threes (`1,234`, `1 234`, `1'234`; `1.234.567` where the comma is the decimal separator). Silent:
 * columns in which every value could be read with a decimal comma, which are decimal-comma's.
 */
export const thousandsSeparator: Rule = {
  codes: ['thousands-separator'],
  start(context) {
    const { profile } = context;
    if (!holdsMeasurements(profile)) return null;
    const grouping = profile.decimalSeparator === ',' ? /[^\d,+-]/g : /[^\d.+-]/g;
    const columns = numericColumns(profile);
    const watch = watchSeparators(context);
    const grouped: GroupedNumber[] = [];
    return {
      irregularRow(data) {
        if ((data.values.irregularKinds & kindBit(cellKinds.thousands)) === 0) return;
        watch.irregularRow(data);
        for (const [position, { kind }] of data.values.readings) {
          const column = columns[position];
          if (kind !== cellKinds.thousands || !column) continue;
          const text = data.row.cells[column.index] ?? '';
          const place = context.placeOf(data.row, column.index, data.index);
          grouped.push({ position, place, text: ownedText(text), plain: text.replace(grouping, '') });
        }
      },
      end() {
        for (const number of grouped) {
          if (watch.useOf(number.position) === 'own') report(context, number);
        }
      },
    };
  },
};

function report(context: RuleContext, { place, text, plain }: GroupedNumber): void {
  context.atPlace(place, {
    code: 'thousands-separator',
    message: `${shown(text)} is written with a thousands separator, which other programs read as text or as another number. Write ${plain}.`,
    fixes: [{ title: `Write ${plain}`, safe: true, edits: [{ start: place.start, end: place.end, newText: plain }] }],
  });
}
