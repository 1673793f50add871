import type { Hover, Position } from 'vscode-languageserver';
import type { Column, ColumnRole, Profile } from '../../profiles/profile.ts';
import { cellSpans, rangeInRow } from '../../table/cells.ts';
import { readRows } from '../../table/readRows.ts';
import type { Row } from '../../table/row.ts';
import { type ColumnFigures, readColumnFigures } from './columnFigures.ts';
import type { JudgedDocument } from './documentJudge.ts';
import { type DocumentSource, documentEncoding, documentSource } from './documentSource.ts';

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
  return { contents: { kind: 'markdown', value: hoverText(profile, found.column, figures) }, range: found.range };
}

async function readHeader(source: DocumentSource, profile: Profile, signal: AbortSignal): Promise<Row | null> {
  let header: Row | null = null;
  await readRows(source, { encoding: documentEncoding, dialect: profile.dialect, signal }, (row) => {
    if (row.line === profile.headerLine) header = row;
    return row.line < profile.headerLine;
  });
  return header;
}

function columnAt(
  header: Row,
  { columns, dialect }: Profile,
  position: Position,
  markUnits: number,
): { readonly column: Column; readonly range: NonNullable<Hover['range']> } | null {
  const spanOf = cellSpans(header, dialect.delimiter);
  for (const column of columns) {
    const { start, end } = spanOf(column.index);
    const place = rangeInRow(header, start, end, dialect.newline);
    const from = { line: place.startLine, character: place.startColumn + (place.startLine === 0 ? markUnits : 0) };
    const to = { line: place.endLine, character: place.endColumn + (place.endLine === 0 ? markUnits : 0) };
    const startsAfter =
      from.line > position.line || (from.line === position.line && from.character > position.character);
    const endsBefore = to.line < position.line || (to.line === position.line && to.character < position.character);
    if (!startsAfter && !endsBefore) return { column, range: { start: from, end: to } };
  }
  return null;
}

function hoverText(profile: Profile, column: Column, figures: ColumnFigures): string {
  const quantity = column.quantity === undefined ? undefined : profile.quantities[column.quantity];
  const { rows, values, missing, spread } = figures;
  const title = column.name.trim() === '' ? `Column ${column.index + 1}` : column.name;
  const lines = [
    `**${escapeMarkdown(title)}**: ${roleWords[column.role]}`,
    quantity ? `Quantity: ${quantityText(quantity)}` : '',
    `Values: ${countText(values)} of ${countText(rows)}`,
    `Missing: ${countText(missing)} (${shareText(missing, rows)})`,
    spread ? `Min ${numberText(spread.min)} · median ${numberText(spread.median)} · max ${numberText(spread.max)}` : '',
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

function quantityText({ name, primary, unit, scale }: Profile['quantities'][number]): string {
  const facts = [primary ? 'primary' : '', unit ?? '', scale === 'unknown' ? '' : scale].filter((fact) => fact !== '');
  const told = escapeMarkdown(name ?? 'not named');
  return facts.length === 0 ? told : `${told} (${escapeMarkdown(facts.join(', '))})`;
}

function countText(count: number): string {
  return count.toLocaleString('en-US');
}

function shareText(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : (part / whole) * 100).toFixed(1)} %`;
}

function numberText(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&');
}
