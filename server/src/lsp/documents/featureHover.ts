import type { Hover, Position } from 'vscode-languageserver';
import { recognizeId } from '../../identifiers/knownIds.ts';
import type { Column, Profile } from '../../profiles/profile.ts';
import { type DataRow, readDataRows } from '../../values/dataRows.ts';
import { startNumberTally } from '../../values/numberTally.ts';
import { numericColumns, type RowValues } from '../../values/rowValues.ts';
import { columnAt } from './columnAt.ts';
import { excerptSource } from './documentExcerpt.ts';
import type { JudgedDocument } from './documentJudge.ts';
import {
  countText,
  escapeMarkdown,
  hoverMarkdown,
  quantityOf,
  quantityText,
  shareText,
  spreadLines,
} from './hoverText.ts';

/**
 * What is said of the feature in whose row a position is: on its name how its values lie over the samples, on a value
 * which sample and quantity it is of. Null elsewhere, and in tables whose rows are no features or stand on several lines.
 */
export async function featureHover(
  { document, version, markUnits, validation: { profile }, hasLongRecords }: JudgedDocument,
  position: Position,
): Promise<Hover | null> {
  if (profile.shape !== 'features-in-rows' || hasLongRecords || position.line < profile.dataLine) return null;
  if (document.version !== version) return null;
  const source = excerptSource(document, profile.dataLine, position.line, position.line + 1);
  let hover: Hover | null = null;
  await readDataRows(source, profile, {
    row(data) {
      const at = { line: data.row.line, character: position.character };
      const found = columnAt(data.row, profile, at, position.line === 0 ? markUnits : 0);
      if (!found) return;
      const lines = hoverLines(profile, found.column, data);
      if (lines === null) return;
      const { start, end } = found.range;
      const { line } = position;
      hover = {
        contents: hoverMarkdown(lines),
        range: { start: { line, character: start.character }, end: { line, character: end.character } },
      };
    },
  });
  return hover;
}

function hoverLines(profile: Profile, column: Column, { row, values, key }: DataRow): string[] | null {
  const name = row.cell(profile.identity?.column ?? profile.rowKey[0] ?? -1) ?? key;
  const title = `**${escapeMarkdown(name.trim() === '' ? key : name)}**`;
  if (column.role === 'value') {
    const sample = column.sample === undefined ? undefined : profile.samples[column.sample];
    const quantity = quantityOf(profile, column);
    return [
      sample ? `${title} in **${escapeMarkdown(sample.name)}**` : title,
      quantity ? `Quantity: ${quantityText(quantity)}` : '',
    ];
  }
  if (column.role !== 'key' && column.index !== profile.identity?.column) return null;
  return [title, ...identityLines(profile, name), ...valueLines(profile, values)];
}

function identityLines({ identity }: Profile, name: string): string[] {
  if (!identity?.namespace) return [];
  const id = recognizeId(identity.namespace, name);
  return id === null ? [] : [`${identity.namespace}: ${escapeMarkdown(id)}`];
}

/** Of the primary quantity: others are on other scales. */
function valueLines(profile: Profile, values: RowValues): string[] {
  const primary = profile.quantities.findIndex((quantity) => quantity.primary);
  const quantity = profile.quantities[primary];
  if (!quantity) return [];
  const tally = startNumberTally(quantity);
  let cells = 0;
  for (const [position, column] of numericColumns(profile).entries()) {
    if (column.role !== 'value' || column.quantity !== primary) continue;
    cells++;
    tally.add(values, position);
  }
  const { values: filled, missing, spread } = tally.end();
  return [
    `Quantity: ${quantityText(quantity)}`,
    `Values: ${countText(filled)} of ${countText(cells)} samples`,
    `Missing: ${countText(missing)} (${shareText(missing, cells)})`,
    ...(spread ? spreadLines(spread) : []),
  ];
}
