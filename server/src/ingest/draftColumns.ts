import type { Profile, Quantity } from '../profiles/profile.ts';
import { numericColumns } from '../values/rowValues.ts';
import type { DraftColumn, DraftSample } from './draft.ts';

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

/** The stored columns of a table with a row a sample or a measurement: every sample of the first quantity, then of the next. */
export function columnsBySample(profile: Profile, samples: readonly DraftSample[]): DraftColumn[] {
  const single = profile.quantities.length === 1;
  return profile.quantities.flatMap((quantity, index) =>
    samples.map((sample) => ({
      ...describeQuantity(profile, quantity),
      ordinal: index * samples.length + sample.ordinal,
      name: single ? sample.name : `${sample.name} ${quantity.name ?? ''}`.trimEnd(),
      role: 'sample' as const,
      sample: sample.ordinal,
      missingToken: '',
    })),
  );
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
