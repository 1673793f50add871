import type { Place } from '../place.ts';

/** The places of the cells of one column on single lines, by data row, in 20 bytes each instead of an object's two hundred. */
export interface PlaceList {
  keep(dataRow: number, place: Place): void;
  /** A place that was kept. */
  placeOf(dataRow: number): Place;
}

/** Starts an empty list of places of one cell of the records. */
export function startPlaceList(cell: number): PlaceList {
  let starts = new Float64Array(1024);
  let figures = new Int32Array(3 * 1024);
  /** A cell with a line break in it. */
  const others = new Map<number, Place>();
  return {
    keep(dataRow, place) {
      const { startLine, startColumn, endLine } = place.range;
      if (endLine !== startLine) {
        others.set(dataRow, place);
        return;
      }
      if (dataRow >= starts.length) {
        const size = Math.max(starts.length * 2, dataRow + 1);
        const moreStarts = new Float64Array(size);
        moreStarts.set(starts);
        starts = moreStarts;
        const moreFigures = new Int32Array(3 * size);
        moreFigures.set(figures);
        figures = moreFigures;
      }
      starts[dataRow] = place.start;
      figures[3 * dataRow] = startLine;
      figures[3 * dataRow + 1] = startColumn;
      figures[3 * dataRow + 2] = place.end - place.start;
    },
    placeOf(dataRow) {
      const other = others.get(dataRow);
      if (other) return other;
      const start = starts[dataRow] ?? 0;
      const line = figures[3 * dataRow] ?? 0;
      const column = figures[3 * dataRow + 1] ?? 0;
      const length = figures[3 * dataRow + 2] ?? 0;
      return {
        range: { startLine: line, startColumn: column, endLine: line, endColumn: column + length },
        cell,
        row: dataRow,
        start,
        end: start + length,
      };
    },
  };
}
