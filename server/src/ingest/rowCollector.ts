import type { Profile } from '../profiles/profile.ts';
import type { DataVisitor } from '../values/dataRows.ts';
import type { DraftFacts, DraftRow } from './draft.ts';
import { startFeatureRows } from './featureRows.ts';
import { startPivot } from './pivotedRows.ts';
import type { Survey } from './survey.ts';
import { startTransposition } from './transposedRows.ts';

/** What shape makes of a dataset's facts. */
export type ShapeFacts = Pick<
  DraftFacts,
  'samples' | 'columns' | 'annotationColumns' | 'featureCount' | 'rowCount' | 'valueCount'
>;

/** Makes a dataset's rows out of a table's rows, in one pass. */
export interface RowCollector extends DataVisitor {
  /** The rows that are ready and have not been taken yet; none before the end where the table has to be turned round. */
  take(): readonly DraftRow[];
  /** To be called behind the last row: makes the rest ready to be taken. */
  end(survey: Survey): ShapeFacts;
}

/** How rows are collected. */
export interface CollectOptions {
  /** Data rows that stay out. */
  readonly rejected: ReadonlySet<number>;
  /** Link rows with an id of a known form to shared features. */
  readonly linking: boolean;
}

/** Starts collecting the rows of a table of the profile's shape. */
export function startCollecting(profile: Profile, options: CollectOptions): RowCollector {
  if (profile.shape === 'samples-in-rows') return startTransposition(profile, options);
  if (profile.shape === 'long') return startPivot(profile, options);
  return startFeatureRows(profile, options);
}
