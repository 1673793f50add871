import type { Hover, Position } from 'vscode-languageserver';
import type { Column, ColumnRole, Profile } from '../../profiles/profile.ts';
import { readRows } from '../../table/readRows.ts';
import type { Row } from '../../table/row.ts';
import { columnAt } from './columnAt.ts';
import { type ColumnFigures, readColumnFigures } from './columnFigures.ts';
import type { JudgedDocument } from './documentJudge.ts';
import { type DocumentSource, documentEncoding, documentSource } from './documentSource.ts';
import {
  countText,
  escapeMarkdown,
  hoverMarkdown,
  quantityOf,
  quantityText,
  shareText,
  spreadLines,
} from './hoverText.ts';

const roleWords = {
  key: 'part of the row key',
  'sample-name': 'name of the sample',
  value: 'measured values',
  statistic: 'a statistic',
  metadata: 'describes the sample',
  annotation: 'an annotation',
} as const satisfies Record<ColumnRole, string>;

/**
 * What is said of the column whose header stands at a position; null elsewhere. The column is read anew each time.
 * @throws AbortError when `signal` is aborted
 */
export async function headerHover(
  { document, version, markUnits, validation: { profile } }: JudgedDocument,
  position: Position,
  signal: AbortSignal,
): Promise<Hover | null> {
  const { headerLine } = profile;
  if (headerLine < 0 || position.line < headerLine || position.line >= profile.dataLine) return null;
  if (document.version !== version) return null;
  const source = documentSource(document);
  const header = await readHeader(source, profile, signal);
  const found = header && columnAt(header, profile, position, markUnits);
  if (!found) return null;
  const figures = await readColumnFigures(source, profile, found.column, signal);
  return { contents: hoverMarkdown(hoverLines(profile, found.column, figures)), range: found.range };
}

async function readHeader(source: DocumentSource, profile: Profile, signal: AbortSignal): Promise<Row | null> {
  let header: Row | null = null;
  await readRows(source, { encoding: documentEncoding, dialect: profile.dialect, signal }, (row) => {
    if (row.line === profile.headerLine) header = row;
    return row.line < profile.headerLine;
  });
  return header;
}

function hoverLines(profile: Profile, column: Column, figures: ColumnFigures): string[] {
  const quantity = quantityOf(profile, column);
  const { rows, values, missing, spread } = figures;
  const title = column.name.trim() === '' ? `Column ${column.index + 1}` : column.name;
  return [
    `**${escapeMarkdown(title)}**: ${roleWords[column.role]}`,
    quantity ? `Quantity: ${quantityText(quantity)}` : '',
    `Values: ${countText(values)} of ${countText(rows)}`,
    `Missing: ${countText(missing)} (${shareText(missing, rows)})`,
    ...(spread ? spreadLines(spread) : []),
  ];
}
