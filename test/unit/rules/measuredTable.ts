/** Tables of made-up measurements, the same on every run, for rules that look at what a sample's numbers come to. */

/** Made-up numbers from 0 to 1, the same for the same seed. */
export function startChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** About normal: mean 0, deviation 1. */
export function startNormal(seed: number): () => number {
  const chance = startChance(seed);
  return () => Array.from({ length: 12 }, chance).reduce((sum, number) => sum + number, -6);
}

/** Amounts of features in samples as a detector gives them: magnitudes by feature, a little noise by sample. */
export function amountsOf(rows: number, samples: number, middle = 2 ** 20, spread = 2): readonly (readonly number[])[] {
  const normal = startNormal(7);
  return Array.from({ length: rows }, () => {
    const level = middle * 2 ** (normal() * spread);
    return Array.from({ length: samples }, () => level * 2 ** (normal() * 0.3));
  });
}

/** What the header's first cell and the features are called, by the kind of table. */
const features = {
  gene: { key: 'gene', name: (row: number) => `ENSG${String(row + 1).padStart(11, '0')}` },
  lipid: { key: 'lipid', name: (row: number) => `PC ${30 + (row % 14)}:${Math.floor(row / 14)}` },
  peak: { key: 'feature', name: (row: number) => `${(100 + row * 1.7).toFixed(4)}@${(1 + row * 0.1).toFixed(2)}` },
} as const;

/** A table with features in rows; cells are written as they are given. */
export function tableOf(
  kind: keyof typeof features,
  rows: readonly (readonly (number | string)[])[],
  names: readonly string[] = (rows[0] ?? []).map((_, at) => `S${at + 1}`),
): string {
  const { key, name } = features[kind];
  const lines = rows.map((cells, row) => [name(row), ...cells].join('\t'));
  return `${[[key, ...names].join('\t'), ...lines].join('\n')}\n`;
}

/** The same table with samples in rows, separated by commas. */
export function turnedTableOf(
  kind: keyof typeof features,
  rows: readonly (readonly (number | string)[])[],
  names: readonly string[] = (rows[0] ?? []).map((_, at) => `S${at + 1}`),
): string {
  const lines = names.map((sample, at) => [sample, ...rows.map((cells) => cells[at] ?? '')].join(','));
  return `${[['Sample', ...rows.map((_, row) => features[kind].name(row))].join(','), ...lines].join('\n')}\n`;
}

/** Every cell made another, by its row and sample. */
export function mapCells<In, Out>(
  rows: readonly (readonly In[])[],
  change: (cell: In, row: number, sample: number) => Out,
): readonly (readonly Out[])[] {
  return rows.map((cells, row) => cells.map((cell, sample) => change(cell, row, sample)));
}

/** The table with one sample's cells written otherwise. */
export function withSample(
  rows: readonly (readonly (number | string)[])[],
  at: number,
  cell: (row: number) => number | string,
): readonly (readonly (number | string)[])[] {
  return mapCells(rows, (own, row, sample) => (sample === at ? cell(row) : own));
}
