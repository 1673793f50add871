import { contentOf, isText } from './columnContent.ts';
import type { Grid } from './grid.ts';
import { plainName } from './headerName.ts';
import type { QuantityPlan, ValuePlan } from './reading.ts';

/**
 * The samples of a tool that writes them behind its annotation under nothing but their names: every named column that is
 * none of the tool's own and holds no words. `annotationNames` are plain names, see {@link plainName}.
 */
export function otherColumnsAsSamples(
  grid: Grid,
  annotationNames: ReadonlySet<string>,
  quantity: QuantityPlan,
): readonly ValuePlan[] {
  const content = contentOf(grid);
  return grid.names.flatMap((name, index) => {
    const told = content[index];
    const measured = told !== undefined && !isText(told) && name.trim() !== '' && !annotationNames.has(plainName(name));
    return measured ? [{ index, quantity, sample: name.trim() }] : [];
  });
}
