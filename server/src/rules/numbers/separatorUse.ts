import { cellKinds } from '../../values/cellKind.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { numericColumns } from '../../values/rowValues.ts';
import type { RuleContext } from '../rule.ts';

/** Digits, a comma and three digits: 1.234 with a decimal comma, 1234 with a thousands separator. */
const eitherReading = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** True for a number whose comma could part thousands as well as decimals. */
export function hasTwoReadings(cell: string): boolean {
  return eitherReading.test(cell);
}

/**
 * How a column writes its numbers. `own`: as the table does; `other`: mostly with the separator that the table otherwise
 * does not use; `either`: every number has a comma with three digits behind, so that nobody can tell.
 */
export type SeparatorUse = 'own' | 'other' | 'either';

/** Watches the irregular rows of a pass; what a column does is known at its end. */
export interface SeparatorWatch {
  irregularRow(data: DataRow): void;
  useOf(position: number): SeparatorUse;
}

/** Starts watching. */
export function watchSeparators({ profile, counts }: RuleContext): SeparatorWatch {
  const columns = numericColumns(profile);
  const single = new Uint8Array(columns.length);
  return {
    irregularRow({ row, values }) {
      for (const [position, { kind }] of values.readings) {
        const cell = row.cells[columns[position]?.index ?? -1] ?? '';
        if (kind === cellKinds.thousands && !hasTwoReadings(cell)) single[position] = 1;
      }
    },
    useOf(position) {
      const plain = counts.of(position, cellKinds.number);
      const other = counts.of(position, cellKinds.otherSeparator);
      const grouped = counts.of(position, cellKinds.thousands);
      if (other > plain) return 'other';
      const told = plain + other > 0 || single[position] === 1 || profile.decimalSeparator === ',';
      return grouped > 1 && !told ? 'either' : 'own';
    },
  };
}
