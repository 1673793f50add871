import { contentOf, isText } from './columnContent.ts';
import type { Grid } from './grid.ts';
import { plainName } from './headerName.ts';
import type { QuantityPlan, ValuePlan } from './reading.ts';

/**
 * True for a column between two of a tool's own: one of these that was called otherwise, as tools write their annotation
 * and their samples each in one piece.
 */
export function isBetweenOwn(column: number, isOwn: (column: number) => boolean): boolean {
  return isOwn(column - 1) && isOwn(column + 1);
}

/**
 * The samples of a tool that writes them behind its annotation under nothing but their names: every named column that is
 * none of the tool's own, stands between no two of them and holds no words. `annotationNames` are plain names, see
 * {@link plainName}.
 */
export function otherColumnsAsSamples(
  grid: Grid,
  annotationNames: ReadonlySet<string>,
  quantity: QuantityPlan,
): readonly ValuePlan[] {
  const content = contentOf(grid);
  const isOwn = (column: number): boolean => annotationNames.has(plainName(grid.names[column] ?? ''));
  const measured = grid.names.flatMap((name, index) => {
    const told = content[index];
    return told !== undefined && !isText(told) && name.trim() !== '' && !isOwn(index) ? [index] : [];
  });
  const outside = measured.filter((column) => !isBetweenOwn(column, isOwn));
  const samples = outside.length > 0 ? outside : measured;
  return samples.map((index) => ({ index, quantity, sample: (grid.names[index] ?? '').trim() }));
}
