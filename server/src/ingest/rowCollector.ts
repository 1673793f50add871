import type { DataVisitor } from '../values/dataRows.ts';
import type { DraftFacts, DraftRow, TableSample } from './draft.ts';
import type { Survey } from './survey.ts';

/** What shape makes of a dataset's facts; the share of missing values only where the rows as stored tell another one. */
export interface ShapeFacts
  extends Pick<DraftFacts, 'columns' | 'annotationColumns' | 'featureCount' | 'rowCount' | 'valueCount'>,
    Partial<Pick<DraftFacts, 'missingFraction'>> {
  readonly samples: readonly TableSample[];
}

/** Makes a dataset's rows out of a table's rows, in one pass. */
export interface RowCollector extends DataVisitor {
  /** The rows that are ready and have not been taken yet, valid until the next row is collected; none before the end where the table has to be turned round. */
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
