import type { Profile } from '../profiles/profile.ts';
import { startFeatureRows } from './featureRows.ts';
import { startPivot } from './pivotedRows.ts';
import type { CollectOptions, RowCollector } from './rowCollector.ts';
import { startTransposition } from './transposedRows.ts';

/** Starts collecting the rows of a table of the profile's shape. */
export function startCollecting(profile: Profile, options: CollectOptions): RowCollector {
  if (profile.shape === 'samples-in-rows') return startTransposition(profile, options);
  if (profile.shape === 'long') return startPivot(profile, options);
  return startFeatureRows(profile, options);
}
