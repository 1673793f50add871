import type { Finding } from '#shared/diagnostics.ts';
import type { Column, Profile } from '../../../../server/src/profiles/profile.ts';
import { headerCellOf } from '../../../../server/src/rules/headerCell.ts';
import { validate } from '../../../../server/src/rules/validate.ts';
import { readNamedSheet } from '../../../../server/src/sheets/readSheet.ts';
import { type ByteSource, bytesSource, textSource } from '../../../../server/src/table/byteSource.ts';
import type { Row } from '../../../../server/src/table/row.ts';
import { readDataRows } from '../../../../server/src/values/dataRows.ts';

/** A table that nothing is wrong with, as it was read. */
export interface SoundTable {
  readonly file: string;
  readonly text: string;
  readonly profile: Profile;
  readonly header: Row | null;
  /** Data rows that summarise no others. */
  readonly rows: readonly Row[];
  /** Lines of the sample sheet that it was read with; null where there was none. */
  readonly sheet: readonly string[] | null;
  readonly findings: readonly string[];
}

/** What a table is made of: its text, or bytes where the text alone does not tell them, and its sample sheet. */
export interface TableContent {
  readonly text: string;
  readonly bytes?: Uint8Array;
  readonly sheet?: readonly string[] | null;
}

/** A table with one defect, and where that is: physical line and cell from 1, cell 0 for the whole line. */
export interface SpoiltTable extends TableContent {
  readonly line: number;
  readonly cell: number;
  /** How many lines were put in above what stood on that line. */
  readonly added?: number;
}

/** Reads a sound table, with its sample sheet where it has one. */
export async function readSound(
  file: string,
  text: string,
  sheet: readonly string[] | null = null,
): Promise<SoundTable> {
  const { profile, findings } = await validateContent(file, { text, sheet });
  const rows: Row[] = [];
  let header: Row | null = null;
  await readDataRows(textSource(file, text), profile, {
    before(row) {
      if (row.line === profile.headerLine) header = row;
    },
    row({ row, summary }) {
      if (!summary) rows.push(row);
    },
  });
  return { file, text, profile, header, rows, sheet, findings: findings.map(placeOf) };
}

/** All findings of a table. */
export async function findingsIn(file: string, content: TableContent): Promise<readonly Finding[]> {
  return (await validateContent(file, content)).findings;
}

async function validateContent(file: string, { text, bytes, sheet = null }: TableContent) {
  const source: ByteSource = bytes ? bytesSource(file, bytes) : textSource(file, text);
  if (sheet === null) return validate(source);
  const read = await readNamedSheet(textSource('sheet.csv', `${sheet.join('\n')}\n`));
  return validate(source, { sheets: { sheets: [read], named: true } });
}

/** A finding in short, as people count: `line:cell code`; cell 0 is the whole line. */
export function placeOf({ range, cell, code }: Finding): string {
  return `${range.startLine + 1}:${cell + 1} ${code}`;
}

/** The columns of the primary quantity. */
export function primaryColumns({ profile }: SoundTable): readonly Column[] {
  return profile.columns.filter(
    ({ role, quantity }) => role === 'value' && profile.quantities[quantity ?? -1]?.primary,
  );
}

/** Where the header names a column, as people count; null in a table without a header. */
export function headerPlace({ profile, header }: SoundTable, column: Column) {
  return header === null
    ? null
    : { line: profile.headerLine + 1, cell: headerCellOf(profile, header, column.index) + 1 };
}

/** Rows of which nothing is said yet: what is said of a row would rightly be said of its copy, and hide what is new. */
export function quietRows({ rows, findings, profile }: SoundTable): readonly Row[] {
  const told = new Set(findings.map((finding) => Number.parseInt(finding, 10)));
  return rows.filter(({ line, cells }) => !told.has(line + 1) && cells.length === profile.columns.length);
}

/** The one in the middle, so that a defect is none of the edge's. */
export function middle<Item>(items: readonly Item[]): Item | undefined {
  return items[Math.floor(items.length / 2)];
}
