import type { RowMark } from '#shared/dataset.ts';
import type { DiagnosticCode } from '#shared/diagnostics.ts';
import type { MarkColumn, MarkPrefixes, Profile } from '../../profiles/profile.ts';
import { readMarks } from '../../profiles/rowMarks.ts';
import type { Row } from '../../table/row.ts';
import { shown } from '../columnKinds.ts';
import type { Rule } from '../rule.ts';

/** A mark of a row at the cell that tells it. */
interface PlacedMark {
  readonly mark: RowMark;
  readonly cell: number;
  /** By what, for a message: the tool's own column, or the prefix of an id. */
  readonly by: string;
}

/** What a row with a mark is, for a message. */
const markWords = {
  contaminant: 'a contaminant',
  decoy: 'a decoy',
  'only-by-site': 'identified only by a modification site',
} as const satisfies Record<RowMark, string>;

/** Makes the rule that reports each row that has one of some marks, by the first of them. */
export function markedRowRule(code: DiagnosticCode, wanted: readonly RowMark[]): Rule {
  return {
    codes: [code],
    start(context) {
      const markOf = markFinder(context.profile, wanted);
      if (markOf === null) return null;
      return {
        row(data) {
          const found = markOf(data.row);
          if (found === null) return;
          const { cell, mark, by } = found;
          context.atCell(data, cell, {
            code,
            message: `This row is ${markWords[mark]}, ${by}. Leave it out of what you compare.`,
          });
        },
      };
    },
  };
}

/** Makes a function that finds the first of some marks that a row has; null where a table of this profile has none of them. */
function markFinder(profile: Profile, wanted: readonly RowMark[]): MarkFinder | null {
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
