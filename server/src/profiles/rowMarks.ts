import { type RowMark, rowMarks } from '#shared/dataset.ts';
import type { Row } from '../table/row.ts';
import { findColumn, type HeaderIndex } from './headerName.ts';
import { type IdConvention, idPrefixes, type MarkConvention } from './markConventions.ts';
import type { Identity, MarkColumn, MarkPrefixes, RowMarks } from './profile.ts';

/** What a tool writes for "yes": MaxQuant `+`, Proteome Discoverer and Spectronaut `True`, DIA-NN `1`. */
const yes = /^(?:\+|true|1)$/i;
/** UniProt's names of its sections may stand before the prefix: `sp|Cont_P00761|TRYP_PIG`. */
const section = /^(?:sp|tr)\|/;
const prefixMarks = ['contaminant', 'decoy'] as const;
const nothing: readonly RowMark[] = [];

/**
 * What of a tool's convention a header has: the tool's own column of a mark, else the ids whose prefixes tell it; null
 * where neither is there.
 * @param ofProteins without it, ids are no proteins' and their prefixes tell nothing
 */
export function findMarks(index: HeaderIndex, { columns, ids }: MarkConvention, ofProteins: boolean): RowMarks | null {
  const own = rowMarks.flatMap((mark): MarkColumn[] => {
    const at = findColumn(index, ...(columns[mark] ?? []));
    return at < 0 ? [] : [{ index: at, mark }];
  });
  const named = ofProteins ? ids.find(({ name }) => findColumn(index, name) >= 0) : undefined;
  const open = prefixMarks.filter((mark) => !own.some((column) => column.mark === mark));
  const prefixes =
    named === undefined ? [] : open.map((mark) => prefixesOf(findColumn(index, named.name), ';', mark, named));
  return marksOrNull({ columns: own, prefixes });
}

/** What the prefixes of protein ids tell, in a table of no tool that marks rows otherwise; null where it has no such ids. */
export function marksOfIdentity(identity: Identity | null): RowMarks | null {
  if (identity === null || identity.kind !== 'protein' || identity.column < 0) return null;
  const { column, groupSeparator } = identity;
  const prefixes = prefixMarks.map((mark) =>
    prefixesOf(column, groupSeparator ?? ';', mark, { contaminantBy: 'every' }),
  );
  return { columns: [], prefixes };
}

/** The marks of a row; none where nothing tells any. */
export function readMarks(marks: RowMarks, row: Pick<Row, 'cell'>): readonly RowMark[] {
  const own = marks.columns.filter(({ index }) => yes.test((row.cell(index) ?? '').trim()));
  const prefixed = marks.prefixes.filter((told) => hasPrefix(told, row.cell(told.index) ?? ''));
  return own.length + prefixed.length === 0 ? nothing : [...own, ...prefixed].map(({ mark }) => mark);
}

function prefixesOf(
  index: number,
  separator: string,
  mark: (typeof prefixMarks)[number],
  { contaminantBy }: Pick<IdConvention, 'contaminantBy'>,
): MarkPrefixes {
  const members = mark === 'decoy' ? 'every' : contaminantBy;
  return { index, mark, prefixes: idPrefixes[mark], separator, members };
}

function marksOrNull(marks: RowMarks): RowMarks | null {
  return marks.columns.length + marks.prefixes.length === 0 ? null : marks;
}

function hasPrefix({ prefixes, separator, members }: MarkPrefixes, cell: string): boolean {
  // Most cells have none, and none of the prefixes is without one of these.
  if (!cell.includes('_') && !cell.includes('#')) return false;
  const isMarked = (member: string): boolean => {
    const id = member.replace(section, '');
    return prefixes.some((prefix) => id.startsWith(prefix));
  };
  const ids = cell
    .split(separator)
    .map((member) => member.trim())
    .filter((member) => member !== '');
  if (members === 'any') return ids.some(isMarked);
  const judged = members === 'first' ? ids.slice(0, 1) : ids;
  return judged.length > 0 && judged.every(isMarked);
}
