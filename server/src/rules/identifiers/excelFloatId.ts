import { isSpreadsheetFloat, rikenCloneOf } from '../../identifiers/spreadsheetFloat.ts';
import type { Profile } from '../../profiles/profile.ts';
import { ownedText } from '../../table/ownedText.ts';
import { shown, textColumns } from '../columnKinds.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { geneColumns } from './geneColumns.ts';
import { replaceName } from './replaceName.ts';

/** So many cells must be ids, and no more than this share of all may be floats: else they are what the column is made of. */
const fewestIds = 5;
const mostFloats = 0.2;

/**
 * A number in scientific notation where ids stand: digits with an E between them (`2310009E13`) and long numbers are
 * turned into it. Where six digits behind the point are left, the clone it was is the choice; else nothing tells.
 * Silent: columns that are not the first of the row key, the identity or a gene's name; columns with numbers that have a
 * fraction, which are m/z or other measures; columns with fewer than 5 ids, or more than one such number in five cells;
 * sample sheets; with samples in rows the names of samples; `1e+05` among whole numbers, which R writes for row 100,000.
 */
export const excelFloatId: Rule = {
  codes: ['excel-float-id'],
  comparesRows: true,
  start(context) {
    const columns = idColumns(context.profile).map((cell) => ({ cell, watch: watchIds(context) }));
    if (columns.length === 0) return null;
    return {
      row({ row, index, summary }) {
        if (summary) return;
        for (const { cell, watch } of columns) {
          const id = row.cell(cell)?.trim();
          if (id) watch.see(id, () => context.placeOf(row, cell, index));
        }
      },
      end() {
        for (const { watch } of columns) watch.end();
      },
    };
  },
};

function idColumns(profile: Profile): readonly number[] {
  const { identity, rowKey, shape } = profile;
  if (shape === 'sample-sheet') return [];
  const text = new Set(textColumns(profile));
  const keys = shape === 'samples-in-rows' ? [] : [identity?.column ?? -1, rowKey[0] ?? -1];
  const all = [...keys, ...geneColumns(profile).map(({ index }) => index)];
  return [...new Set(all)].filter((index) => text.has(index));
}

interface IdWatch {
  see(id: string, placeOf: () => Place): void;
  end(): void;
}

const zero = 48;
const nine = 57;
const wholeNumber = /^\d+$/;
const fraction = /^\d*[.,]\d+(?:e-?\d+)?$/i;

function watchIds(context: RuleContext): IdWatch {
  const floats: { readonly text: string; readonly place: Place }[] = [];
  let cells = 0;
  let words = 0;
  let fractions = 0;
  let rikenSymbols = false;
  return {
    see(id, placeOf) {
      cells++;
      const first = id.charCodeAt(0);
      if (first < zero || first > nine) {
        words++;
      } else if (isSpreadsheetFloat(id)) {
        if (fractions === 0) floats.push({ text: ownedText(id), place: placeOf() });
      } else if (fraction.test(id)) {
        fractions++;
        floats.length = 0;
      } else {
        if (!wholeNumber.test(id)) words++;
        if (id.endsWith('Rik')) rikenSymbols = true;
      }
    },
    end() {
      const ids = cells - fractions - floats.length;
      if (fractions > 0 || ids < fewestIds || floats.length > cells * mostFloats) return;
      for (const { text, place } of floats) {
        if (words === 0 && text.includes('e')) continue;
        const clone = rikenCloneOf(text);
        const choice = clone === null || !rikenSymbols ? clone : `${clone}Rik`;
        context.atPlace(place, {
          code: 'excel-float-id',
          message: `${shown(text)} is a number among ids: a spreadsheet turned an id into it. ${choice === null ? 'Its digits are lost; take the id from the original table.' : `It was ${choice}.`}`,
          fixes: choice === null ? [] : [replaceName(context, place, choice)],
        });
      }
    },
  };
}
