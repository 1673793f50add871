import type { DataRow } from '../../values/dataRows.ts';
import { shown, textColumns } from '../columnKinds.ts';
import { headerCellOf } from '../headerCell.ts';
import type { Rule, RuleContext, RuleRun } from '../rule.ts';
import { startFingerprints } from './rowFingerprint.ts';

/**
 * The row key repeats, reported at the repeats: a warning where the rows differ, an error where a row is a copy of an
 * earlier one in every cell. With samples in rows it is the header that names the features.
 * Silent: long tables and sample sheets, which name a thing on many rows; layouts that repeat keys rightly, but for
 * identical copies; summary rows; rows without a key.
 */
export const duplicateFeatureId: Rule = {
  codes: ['duplicate-feature-id'],
  comparesRows: true,
  start(context) {
    const { shape, rowKey } = context.profile;
    if (shape === 'long' || shape === 'sample-sheet') return null;
    if (shape === 'samples-in-rows') return judgeHeader(context);
    return rowKey.length === 0 ? null : judgeRows(context);
  },
};

function judgeHeader(context: RuleContext): null {
  const { profile, header } = context;
  if (!header || profile.customs.repeatedKeys) return null;
  const firstCells = new Map<string, number>();
  for (const column of profile.columns) {
    if (column.role !== 'value') continue;
    const name = (column.feature ?? column.name).trim();
    const id = `${column.quantity ?? -1}:${name}`;
    const cell = headerCellOf(profile, header, column.index);
    const firstCell = firstCells.get(id);
    if (firstCell === undefined) firstCells.set(id, cell);
    else if (name !== '') {
      context.atRecord(header, cell, {
        code: 'duplicate-feature-id',
        message: `${shown(name)} stands already in cell ${firstCell + 1}. Both are kept; check which one is meant.`,
      });
    }
  }
  return null;
}

function judgeRows(context: RuleContext): RuleRun {
  const { profile } = context;
  const [keyCell = 0] = profile.rowKey;
  const keyless = '+'.repeat(profile.rowKey.length - 1);
  const fingerprints = startFingerprints(profile, textColumns(profile));
  /** For each key the rows it stands on, as positions in `fingerprints`; a single one is not wrapped. */
  const seen = new Map<string, number | number[]>();
  return {
    row(data) {
      if (data.summary || data.key === keyless) return;
      const own = fingerprints.add(data);
      const earlier = seen.get(data.key);
      if (earlier === undefined) {
        seen.set(data.key, own);
        return;
      }
      const rows = typeof earlier === 'number' ? [earlier] : earlier;
      report(data, own, rows);
      rows.push(own);
      seen.set(data.key, rows);
    },
  };

  function report(data: DataRow, own: number, earlier: readonly number[]): void {
    const name = shown(data.key);
    const copyOf = earlier.find((row) => fingerprints.equal(row, own));
    const [first = own] = earlier;
    const differing = fingerprints.equalNumbers(first, own)
      ? 'with the same values and other descriptions. Both rows are kept; check which one is meant, and count it once.'
      : 'with other values. Both rows are kept and never summed; check which one is meant.';
    if (copyOf !== undefined) {
      context.atCell(data, keyCell, {
        code: 'duplicate-feature-id',
        severity: 'error',
        message: `The row of ${name} is the same in every cell as line ${fingerprints.line(copyOf) + 1}. Remove the copy.`,
      });
    } else if (!profile.customs.repeatedKeys) {
      context.atCell(data, keyCell, {
        code: 'duplicate-feature-id',
        message: `${name} stands already on line ${fingerprints.line(first) + 1}, ${differing}`,
      });
    }
  }
}
