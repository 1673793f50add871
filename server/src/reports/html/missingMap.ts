/** Which cells of a matrix have no value, in as much detail as a picture shows. */
export interface MissingMap {
  /** Rows and columns of the matrix that each part of the picture stands for; the last may stand for fewer. */
  readonly rowsPerBin: number;
  readonly columnsPerBin: number;
  readonly rows: number;
  readonly columns: number;
  /** Share of missing cells, 0 to 1, line by line. */
  readonly shares: readonly Float32Array[];
}

/** Counts missing cells while a table is read. */
export interface MissingMapRun {
  /** `isMissing` has 1 for a cell without a value; it is not kept. */
  add(isMissing: Uint8Array): void;
  end(): MissingMap;
}

const mostRowBins = 240;
const mostColumnBins = 120;

/** Starts a map of so many columns; how many rows there will be need not be known. */
export function startMissingMap(columns: number): MissingMapRun {
  const columnsPerBin = Math.max(1, Math.ceil(columns / mostColumnBins));
  const columnBins = Math.ceil(columns / columnsPerBin);
  let rowsPerBin = 1;
  let rows = 0;
  let bins: Float64Array[] = [];

  /** Two lines become one where there are too many, so that the picture covers all rows evenly. */
  const halve = (): void => {
    bins = bins.flatMap((bin, at) => {
      if (at % 2 === 1) return [];
      const next = bins[at + 1];
      return [next ? bin.map((count, column) => count + (next[column] ?? 0)) : bin];
    });
    rowsPerBin *= 2;
  };

  return {
    add(isMissing) {
      if (rows === mostRowBins * rowsPerBin) halve();
      const at = Math.floor(rows / rowsPerBin);
      let bin = bins[at];
      if (!bin) {
        bin = new Float64Array(columnBins);
        bins[at] = bin;
      }
      for (let column = 0; column < columns; column++) {
        if (isMissing[column] !== 1) continue;
        const columnBin = Math.floor(column / columnsPerBin);
        bin[columnBin] = (bin[columnBin] as number) + 1;
      }
      rows++;
    },
    end: () => ({
      rowsPerBin,
      columnsPerBin,
      rows,
      columns,
      shares: bins.map((bin, at) =>
        Float32Array.from(bin, (count, columnBin) => {
          const height = Math.min(rowsPerBin, rows - at * rowsPerBin);
          const width = Math.min(columnsPerBin, columns - columnBin * columnsPerBin);
          return count / (height * width);
        }),
      ),
    }),
  };
}
