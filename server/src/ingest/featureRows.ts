import type { Profile } from '../profiles/profile.ts';
import { readMarks } from '../profiles/rowMarks.ts';
import { cellStorage } from './cellStorage.ts';
import type { DraftRow } from './draft.ts';
import { columnsAsWritten } from './draftColumns.ts';
import { featureLinker, noLink } from './featureLinks.ts';
import type { CollectOptions, RowCollector } from './rowCollector.ts';

/** Collects the rows of a table with a row a feature: each is ready at once, so memory does not grow with the table. */
export function startFeatureRows(profile: Profile, { rejected, linking }: CollectOptions): RowCollector {
  const store = cellStorage(profile);
  const annotations = profile.columns.filter(({ role }) => role !== 'value' && role !== 'statistic');
  const link = featureLinker(profile, linking);
  const { marks } = profile;
  const nameCell = profile.identity?.column ?? profile.rowKey[0] ?? -1;
  let ready: DraftRow[] = [];
  // The arrays of a batch serve again for the next: V8 is slow to collect what lies outside its heap, so that fresh ones
  // for each row of 60,000 × 1,000 came to 500 MB at the peak.
  const arrays: Float64Array[] = [];
  return {
    row({ row, index, key, summary, values }) {
      if (rejected.has(index)) return;
      const identifier = row.cell(nameCell) ?? '';
      const { feature, members } = summary ? noLink : link(identifier);
      const { values: numbers, flags } = store(values, row, arrays[ready.length]);
      arrays[ready.length] = numbers;
      ready.push({
        rowIndex: index,
        rowKey: key,
        // Rows of a metabolite table may lack the id that others have.
        rawName: identifier === '' ? key : identifier,
        feature,
        members,
        values: numbers,
        flags,
        marks: marks && readMarks(marks, row),
        annotations: annotations.map((column) => row.cell(column.index) ?? null),
      });
    },
    take() {
      const taken = ready;
      ready = [];
      return taken;
    },
    end: (survey) => ({
      samples: profile.samples.map(({ name, metadata }, ordinal) => ({ ordinal, name, metadata })),
      columns: columnsAsWritten(profile, survey.missingTokens),
      annotationColumns: annotations.map(({ name }) => name),
      featureCount: survey.keys,
      rowCount: survey.rows,
      valueCount: survey.values,
    }),
  };
}
