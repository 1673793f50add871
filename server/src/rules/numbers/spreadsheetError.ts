import { cellKinds, isSpreadsheetError } from '../../values/cellKind.ts';
import { kindBit, numericColumns } from '../../values/rowValues.ts';
import { holdsMeasurements, shown } from '../columnKinds.ts';
import type { Report, Rule } from '../rule.ts';

/**
 * Error values of a spreadsheet in a column of numbers or in the row key. Silent: `#N/A`, which means "missing";
 * annotation columns, where nothing is computed.
 */
export const spreadsheetError: Rule = {
  codes: ['spreadsheet-error'],
  start(context) {
    const { profile } = context;
    if (!holdsMeasurements(profile)) return null;
    const numeric = Int32Array.from(numericColumns(profile), (column) => column.index);
    const names = profile.columns
      .filter(({ role }) => role === 'key' || role === 'sample-name')
      .map(({ index }) => index);
    return {
      row(data) {
        for (const cell of names) {
          const text = data.row.cell(cell);
          if (text?.startsWith('#') && isSpreadsheetError(text)) context.atCell(data, cell, report(text));
        }
      },
      irregularRow(data) {
        if ((data.values.irregularKinds & kindBit(cellKinds.spreadsheetError)) === 0) return;
        for (const [position, { kind }] of data.values.readings) {
          if (kind !== cellKinds.spreadsheetError) continue;
          const cell = numeric[position] ?? 0;
          context.atCell(data, cell, report(data.row.cells[cell] ?? ''));
        }
      },
    };
  },
};

function report(text: string): Report {
  return {
    code: 'spreadsheet-error',
    message: `${shown(text)} is a spreadsheet's error and no value. Put the value in, or leave the cell empty.`,
  };
}
