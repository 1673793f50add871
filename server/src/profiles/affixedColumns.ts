import type { Grid } from './grid.ts';
import { afterPrefix, beforeSuffix } from './headerName.ts';
import type { QuantityPlan, ValuePlan } from './reading.ts';

/** A quantity whose columns have its words before or behind the sample's name. */
export interface AffixedQuantity extends QuantityPlan {
  /** The words as the tool writes them: `LFQ intensity`, `MaxLFQ Intensity`. */
  readonly words: string;
}

/**
 * The columns whose names are a quantity's words and a sample's name. Quantities are tried with the most words first, so
 * that `S1 MaxLFQ Intensity` is not read as the `Intensity` of `S1 MaxLFQ`.
 */
export function affixedColumns(
  grid: Grid,
  side: 'prefix' | 'suffix',
  quantities: readonly AffixedQuantity[],
  isSample: (sample: string) => boolean = () => true,
): readonly ValuePlan[] {
  const byWords = [...quantities].sort((a, b) => wordCount(b.words) - wordCount(a.words));
  const split = side === 'prefix' ? afterPrefix : beforeSuffix;
  return grid.names.flatMap((name, index): ValuePlan[] => {
    for (const quantity of byWords) {
      const sample = split(name, quantity.words);
      if (sample !== null) return isSample(sample) ? [{ index, quantity, sample }] : [];
    }
    return [];
  });
}

function wordCount(words: string): number {
  return words.split(/\s+/).length;
}
