import { recognizeId } from '../../identifiers/knownIds.ts';
import { groupMembers } from '../../identifiers/proteinIds.ts';
import { ownedText } from '../../table/ownedText.ts';
import { shown } from '../columnKinds.ts';
import type { Place } from '../place.ts';
import type { Rule } from '../rule.ts';
import { proteinColumn } from './proteinColumn.ts';
import { rewriteCell } from './replaceName.ts';

interface FoundGroup {
  readonly text: string;
  readonly members: string;
  readonly place: Place;
}

/** Layouts whose tool writes groups with commas. */
const commaLayouts: readonly string[] = ['alphapept-proteins'];
/** A table's own habit stands in more cells than this share of them. */
const mostSlips = 0.05;

/**
 * A group of accessions of UniProt that is not separated as the column's groups are, which is by semicolons in nearly all
 * tools; it would be taken for one protein.
 * Silent: columns that are not at least nine tenths UniProt; tables of no known tool in which commas are the habit; the
 * blank behind a semicolon, which Proteome Discoverer writes; groups of anything but accessions.
 */
export const proteinGroupSeparator: Rule = {
  codes: ['protein-group-separator'],
  comparesRows: true,
  start(context) {
    const column = proteinColumn(context.profile);
    if (!column?.ofUniprot) return null;
    const { cell } = column;
    const isComma = column.separator === ',';
    const separator = isComma && !commaLayouts.includes(context.profile.layout) ? ';' : column.separator;
    const mayBeHabit = separator !== column.separator;
    const found: FoundGroup[] = [];
    let cells = 0;
    return {
      row(data) {
        const text = data.row.cell(cell);
        if (!text || data.summary) return;
        cells++;
        const members = separatedOtherwise(text, separator);
        if (members === null) return;
        found.push({ text: ownedText(text), members, place: context.placeOf(data.row, cell, data.index) });
      },
      end() {
        if (mayBeHabit && found.length > cells * mostSlips) return;
        for (const { text, members, place } of found) {
          context.atPlace(place, {
            code: 'protein-group-separator',
            message: `${shown(text)} is a group of proteins that is not separated by "${separator}", and would be taken for one protein.`,
            fixes: [rewriteCell(context, place, members, { title: `Write ${members}`, safe: true })],
          });
        }
      },
    };
  },
};

const shortestGroup = 13;
const otherSeparators = /\s*[,;/|+&]\s*|\s+/;
const otherThanSemicolon = /[,/|+&\s]/;
const otherThanComma = /[;/|+&\s]/;

/** The group with its right separator, where a part of it is a group of accessions with another one; else null. */
export function separatedOtherwise(text: string, separator: string): string | null {
  if (text.length < shortestGroup) return null;
  if (!(separator === ',' ? otherThanComma : otherThanSemicolon).test(text)) return null;
  let changed = false;
  const members = groupMembers(text, separator).flatMap((member) => {
    const parts = member.split(otherSeparators).filter((part) => part !== '');
    if (parts.length < 2 || !parts.every((part) => recognizeId('uniprot', part) !== null)) return [member];
    changed = true;
    return parts;
  });
  return changed ? members.join(separator) : null;
}
