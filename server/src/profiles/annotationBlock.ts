import { type ColumnContent, contentOf } from './columnContent.ts';
import type { Grid } from './grid.ts';
import { plainName } from './headerName.ts';
import { otherColumnsAsSamples } from './otherColumns.ts';
import type { QuantityPlan, ValuePlan } from './reading.ts';

/** So many of a tool's columns a person may have called otherwise before it is no block any more. */
const mostRenamed = 2;
/** So many columns of numbers tell what range the samples have. */
const fewestSamples = 2;
const fewestRows = 4;
/** No charge, m/z, retention time in seconds or count of peptides of a protein is larger. */
const largestOwn = 6000;

/**
 * The samples of a tool that writes all of its annotation first: as {@link otherColumnsAsSamples}, without a numeric column
 * of the tool's own that a person called otherwise. Such a one stands among the tool's other columns; or it is the last of
 * them, and then all its numbers (a charge, an m/z, a count of peptides) are smaller than any in the columns behind it,
 * which no two runs of an experiment are to each other.
 */
export function samplesBehindAnnotation(
  grid: Grid,
  annotationNames: ReadonlySet<string>,
  quantity: QuantityPlan,
): readonly ValuePlan[] {
  const values = otherColumnsAsSamples(grid, annotationNames, quantity);
  const end = endOfBlock(grid, annotationNames, values);
  const behind = values.filter(({ index }) => index > end);
  const kept = behind.length >= fewestSamples ? behind : values;
  const content = contentOf(grid);
  let from = 0;
  while (kept.length - from > fewestSamples && isBelow(content, kept[from], kept.slice(from + 1))) from++;
  return kept.slice(from);
}

/** The last of the tool's columns before which hardly any other stands. */
function endOfBlock(grid: Grid, annotationNames: ReadonlySet<string>, values: readonly ValuePlan[]): number {
  const others = (end: number): number => values.filter(({ index }) => index < end).length;
  return grid.names.findLastIndex((name, at) => annotationNames.has(plainName(name)) && others(at) <= mostRenamed);
}

function isBelow(
  content: readonly ColumnContent[],
  value: ValuePlan | undefined,
  others: readonly ValuePlan[],
): boolean {
  const own = content[value?.index ?? -1];
  if (own === undefined || own.numbers < fewestRows || own.numbers < own.cells || own.max > largestOwn) return false;
  return others.every(({ index }) => (content[index]?.min ?? Number.NEGATIVE_INFINITY) > own.max);
}
