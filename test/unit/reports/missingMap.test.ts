import { describe, expect, it } from 'vitest';
import { startMissingMap } from '../../../server/src/reports/html/missingMap.ts';

function mapOf(rows: number, columns: number, isMissing: (row: number, column: number) => boolean) {
  const map = startMissingMap(columns);
  for (let row = 0; row < rows; row++) {
    map.add(Uint8Array.from({ length: columns }, (_, column) => (isMissing(row, column) ? 1 : 0)));
  }
  return map.end();
}

describe('the map of missing values', () => {
  it('shows every cell of a small table by itself', () => {
    const { shares, rowsPerBin, columnsPerBin } = mapOf(3, 2, (row, column) => row === 1 && column === 0);
    expect({ rowsPerBin, columnsPerBin }).toEqual({ rowsPerBin: 1, columnsPerBin: 1 });
    expect(shares.map((line) => [...line])).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
    ]);
  });

  it('stands for all cells of a large table evenly, the last parts for fewer', () => {
    const map = mapOf(10_001, 250, (row) => row >= 5000);
    const { shares, rows, columns, rowsPerBin, columnsPerBin } = map;
    expect({ rows, columns }).toEqual({ rows: 10_001, columns: 250 });
    expect(shares).toHaveLength(Math.ceil(rows / rowsPerBin));
    expect(shares[0]).toHaveLength(Math.ceil(columns / columnsPerBin));
    expect(shares.length).toBeLessThanOrEqual(240);
    expect([...(shares.at(-1) ?? [])].every((share) => share === 1)).toBe(true);
    const missing = shares.reduce((sum, line, at) => {
      const height = Math.min(rowsPerBin, rows - at * rowsPerBin);
      return (
        sum +
        [...line].reduce(
          (all, share, bin) => all + share * height * Math.min(columnsPerBin, columns - bin * columnsPerBin),
          0,
        )
      );
    }, 0);
    expect(Math.round(missing)).toBe(5001 * 250);
  });
});
