import type { RowMark } from '#shared/dataset.ts';
import type { MarkColumn, MarkPrefixes, Profile } from '../../profiles/profile.ts';
import { readMarks } from '../../profiles/rowMarks.ts';
import type { Row } from '../../table/row.ts';
import { shown } from '../columnKinds.ts';

/** A mark of a row at the cell that tells it. */
export interface PlacedMark {
  readonly mark: RowMark;
  readonly cell: number;
  /** By what, for a message: the tool's own column, or the prefix of an id. */
  readonly by: string;
}

/** Makes a function that finds the first of some marks that a row has; null where a table of this profile has none of them. */
export function markFinder(profile: Profile, wanted: readonly RowMark[]): MarkFinder | null {
  const { marks } = profile;
  if (marks === null) return null;
  const finders = wanted.flatMap((mark) => [
    ...marks.columns.filter((own) => own.mark === mark).map((own) => ofColumn(profile, own)),
    ...marks.prefixes.filter((prefixes) => prefixes.mark === mark).map(ofPrefixes),
  ]);
  if (finders.length === 0) return null;
  return (row) => {
    for (const find of finders) {
      const found = find(row);
      if (found) return found;
    }
    return null;
  };
}

type MarkFinder = (row: Pick<Row, 'cell'>) => PlacedMark | null;

function ofColumn({ columns }: Profile, own: MarkColumn): MarkFinder {
  const marks = { columns: [own], prefixes: [] };
  const column = columns.find(({ index }) => index === own.index);
  const placed = { mark: own.mark, cell: own.index, by: `by the column ${shown(column?.name ?? '')}` };
  return (row) => (readMarks(marks, row).length > 0 ? placed : null);
}

function ofPrefixes(prefixes: MarkPrefixes): MarkFinder {
  const marks = { columns: [], prefixes: [prefixes] };
  const { mark, index } = prefixes;
  return (row) =>
    readMarks(marks, row).length > 0
      ? { mark, cell: index, by: `by the prefix of ${shown(row.cell(index) ?? '')}` }
      : null;
}
