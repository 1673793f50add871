import type { Profile, Quantity } from '../profiles/profile.ts';
import { numericColumns } from '../values/rowValues.ts';
import type { DraftColumn, TableSample } from './draft.ts';

/** The stored columns of a table with a column a sample: the file's measured and statistic columns, in its order. */
export function columnsAsWritten(profile: Profile, missingTokens: readonly string[]): DraftColumn[] {
  return numericColumns(profile).map((column, ordinal) => {
    const quantity = column.quantity === undefined ? null : (profile.quantities[column.quantity] ?? null);
    return {
      ...describeQuantity(profile, column.role === 'value' ? quantity : null),
      ordinal,
      name: column.name,
      role: column.role === 'value' ? 'sample' : 'statistic',
      sample: column.sample ?? null,
      missingToken: missingTokens[ordinal] ?? '',
    };
  });
}

/** A quantity that was measured in a sample. */
export interface MeasuredPair {
  /** Index into `Profile.quantities`. */
  readonly quantity: number;
  readonly sample: TableSample;
}

/** Every sample of the first quantity, then of the next. */
export function everyPair(profile: Profile, samples: readonly TableSample[]): readonly MeasuredPair[] {
  return profile.quantities.flatMap((_, quantity) => samples.map((sample) => ({ quantity, sample })));
}

/** The stored columns of a table with a row a sample or a measurement: one a pair, in that order. */
export function columnsBySample(profile: Profile, pairs: readonly MeasuredPair[]): DraftColumn[] {
  const single = profile.quantities.length === 1;
  return pairs.map(({ quantity: index, sample }, ordinal) => {
    const quantity = profile.quantities[index] ?? null;
    return {
      ...describeQuantity(profile, quantity),
      ordinal,
      name: single ? sample.name : `${sample.name} ${quantity?.name ?? ''}`.trimEnd(),
      role: 'sample',
      sample: sample.ordinal,
      missingToken: '',
    };
  });
}

function describeQuantity(
  profile: Profile,
  quantity: Quantity | null,
): Pick<DraftColumn, 'quantity' | 'primary' | 'unit' | 'scale' | 'zeroIsMissing' | 'decimalSeparator'> {
  return {
    quantity: quantity?.name ?? null,
    primary: quantity?.primary ?? false,
    unit: quantity?.unit ?? null,
    scale: quantity?.scale ?? 'unknown',
    zeroIsMissing: quantity?.zeroIsMissing ?? false,
    decimalSeparator: profile.decimalSeparator,
  };
}
