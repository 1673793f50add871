import { type RowMark, rowMarks } from '#shared/dataset.ts';
import type { Row } from '../table/row.ts';
import type { Reading } from './layout.ts';
import type { RowMarks } from './profile.ts';
import { readMarks } from './rowMarks.ts';

/** So many rows of the head are looked at. */
const mostRows = 1_000;

/** One, and several. */
const words: Readonly<Record<RowMark, readonly [string, string]>> = {
  contaminant: ['contaminant', 'contaminants'],
  decoy: ['decoy', 'decoys'],
  'only-by-site': ['identified only by site', 'identified only by site'],
};

/**
 * How many rows at the beginning of a table are contaminants, decoys or identified only by site, and by what, as
 * `Marked in the first 14 rows: 2 contaminants (column Potential contaminant).`; empty where the tool has no column for it and no row has a prefix.
 */
export function markEvidence(
  marks: RowMarks,
  rows: readonly Row[],
  { columns, dataLine, isMetadataRow }: Pick<Reading, 'columns' | 'dataLine' | 'isMetadataRow'>,
): string {
  const looked = rows.filter((row) => row.line >= dataLine && !isMetadataRow?.(row)).slice(0, mostRows);
  const counts = new Map<RowMark, number>();
  for (const row of looked) {
    for (const mark of readMarks(marks, row)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const told = rowMarks.flatMap((mark): string[] => {
    const count = counts.get(mark) ?? 0;
    const counted = `${count} ${words[mark][count === 1 ? 0 : 1]}`;
    const own = marks.columns.find((column) => column.mark === mark);
    const prefixed = marks.prefixes.find((column) => column.mark === mark);
    if (own) return [`${counted} (column ${nameAt(columns, own.index)})`];
    if (prefixed === undefined || count === 0) return [];
    return [`${counted} (prefixes in ${nameAt(columns, prefixed.index)})`];
  });
  return told.length === 0 ? '' : `Marked in the first ${looked.length} rows: ${told.join(', ')}.`;
}

function nameAt(columns: Reading['columns'], index: number): string {
  const name = columns[index]?.name.trim() ?? '';
  return name === '' ? `column ${index + 1}` : name;
}
