import type { Profile } from '../profiles/profile.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { readDataRows } from '../values/dataRows.ts';
import { numericColumns } from '../values/rowValues.ts';
import { pullBatches } from './batchChannel.ts';
import { storeCells } from './cellStorage.ts';
import type { DraftRow } from './draft.ts';
import { featureLinker, noLink } from './featureLinks.ts';
import { zeroCounts } from './survey.ts';

/** The columns whose cells are kept with a row as text: all that hold no numbers, the row key's among them. */
export function annotationColumns(profile: Profile): readonly { readonly index: number; readonly name: string }[] {
  return profile.columns.filter((column) => column.role !== 'value' && column.role !== 'statistic');
}

/**
 * Reads the rows of a table with a row a feature while they are taken, piece of the file by piece, so that the memory
 * they need does not grow with the table.
 */
export function featureRows(
  source: ByteSource,
  profile: Profile,
  rejected: ReadonlySet<number>,
  linking: boolean,
  signal?: AbortSignal,
): AsyncIterable<readonly DraftRow[]> {
  const columns = numericColumns(profile);
  const cellIndexes = columns.map((column) => column.index);
  const zeroIsMissing = columns.map((column) => zeroCounts(profile, column.quantity));
  const annotations = annotationColumns(profile);
  const link = featureLinker(profile, linking);
  const nameCell = profile.identity?.column ?? profile.rowKey[0] ?? -1;

  return pullBatches<readonly DraftRow[]>(async (give, stop) => {
    let batch: DraftRow[] = [];
    const flush = async (): Promise<void> => {
      const full = batch;
      batch = [];
      if (full.length > 0) await give(full);
    };
    await readDataRows(
      source,
      profile,
      {
        row({ row, index, key, summary, values }) {
          if (rejected.has(index)) return;
          const identifier = row.cells[nameCell] ?? '';
          batch.push({
            ...(summary ? noLink : link(identifier)),
            ...storeCells(values, row.cells, cellIndexes, zeroIsMissing),
            rowIndex: index,
            rowKey: key,
            // Rows of a metabolite table may lack the id that others have.
            rawName: identifier === '' ? key : identifier,
            annotations: annotations.map((column) => row.cells[column.index] ?? null),
          });
        },
      },
      { signal: stop, afterPiece: flush },
    );
    await flush();
  }, signal);
}
