import type { Scale } from '#shared/dataset.ts';
import type { TopFeatures } from '#shared/protocol/datasets.ts';
import type { DatasetStore, RankedRow, StoredColumn } from '../ingest/datasetStore.ts';
import { statisticOf } from '../profiles/statisticColumn.ts';

/**
 * The features of a dataset that stand out: by the smallest adjusted p-value where the table has one, else by the
 * smallest p-value; else those that vary most over the samples, by the standard deviation of the primary quantity's
 * logarithms, among features that at least half of the samples have.
 * Source: DESeq2's and limma's results are read in the order of their adjusted p-values; without a comparison the most
 * variable features after a logarithm or variance-stabilising transformation are what is looked at first (DESeq2,
 * `plotPCA`: the rows of the largest variance). Logarithms, because on the linear scale the spread is that of the most
 * abundant features.
 * @throws notFound
 */
export async function findTopFeatures(store: DatasetStore, id: string, limit: number): Promise<TopFeatures> {
  const columns = await store.columns(id);
  const significance = significanceOf(columns);
  if (significance !== undefined) {
    const { name, ordinal } = significance;
    const rows = await store.rankRows(id, { by: 'smallest', column: ordinal }, limit);
    return { by: `smallest ${name}`, features: rows.map((row) => feature(row, `${name} ${figureText(row.figure)}`)) };
  }
  const primary = columns.filter(({ role, primary: isPrimary }) => role === 'sample' && isPrimary);
  const [first] = primary;
  if (first === undefined) return { by: 'nothing: the table has no measured values', features: [] };
  const { unit, ofLogarithms } = spreadOf(first.scale);
  const ranking = { by: 'spread', columns: primary.map(({ ordinal }) => ordinal), ofLogarithms } as const;
  const rows = await store.rankRows(id, ranking, limit);
  return {
    by: `largest spread of ${first.quantity ?? 'the values'}`,
    features: rows.map((row) => feature(row, `SD ${figureText(row.figure)} ${unit}`)),
  };
}

/** Where a table compares more than once, the first comparison counts, which the column's name says. */
function significanceOf(columns: readonly StoredColumn[]): StoredColumn | undefined {
  const statistics = columns.filter(({ role }) => role === 'statistic');
  const ofKind = (kind: 'adjustedP' | 'p') => statistics.find(({ name }) => statisticOf(name) === kind);
  return ofKind('adjustedP') ?? ofKind('p');
}

/** What is on a logarithmic scale already is taken as it is. */
function spreadOf(scale: Scale): { readonly unit: string; readonly ofLogarithms: boolean } {
  switch (scale) {
    case 'log2':
    case 'log10':
    case 'ln':
    case 'vst':
      return { unit: `(${scale})`, ofLogarithms: false };
    case 'linear':
    case 'unknown':
      return { unit: '(log2)', ofLogarithms: true };
    default:
      return scale satisfies never;
  }
}

const feature = ({ name }: RankedRow, figure: string) => ({ name, figure });

/** Three digits, and powers of ten where a person would count zeros. */
const figureText = (figure: number): string =>
  figure !== 0 && Math.abs(figure) < 1e-3 ? figure.toExponential(1) : String(Number(figure.toPrecision(3)));
