import { writeCell } from '../../table/cells.ts';
import { ownedText } from '../../table/ownedText.ts';
import { cellKinds, invisible } from '../../values/cellKind.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { shown, textColumns } from '../columnKinds.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { trimCharacters } from './trimCharacters.ts';

/** Blanks of other widths: inside a cell they part words, so that a plain blank takes their place. */
const wideBlankAlone = /[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const wideBlank = new RegExp(wideBlankAlone.source, 'g');
const anyInvisible = new RegExp(invisible.source, 'g');
const isOuterBlank = (code: number): boolean => code === 32 || wideBlankAlone.test(String.fromCharCode(code));

/** Of more columns the row is looked through at once before its cells are. */
const fewTexts = 4;

const characterNames: Readonly<Record<string, string>> = {
  '\u00a0': 'a no-break space',
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u200e': 'a left-to-right mark',
  '\u200f': 'a right-to-left mark',
  '\u202f': 'a narrow no-break space',
  '\u3000': 'an ideographic space',
  '\ufeff': 'a byte order mark',
};

/**
 * Characters that show nothing, in any cell and the header. Silent: a blank between the digits of a number, which is
 * thousands-separator's, and NUL bytes, for which the whole file is told to be no text.
 */
export const invisibleCharacter: Rule = {
  codes: ['invisible-character'],
  start(context) {
    const { profile, header } = context;
    const texts = textColumns(profile);
    const numeric = Int32Array.from(numericColumns(profile), (column) => column.index);
    const isHidden = (text: string): boolean =>
      invisible.test(profile.undecodable && text.includes('\0') ? text.replaceAll('\0', '') : text);
    if (header && !header.quoteUnclosed) {
      for (const [cell, text] of header.cells.entries()) {
        if (isHidden(text)) report(context, context.placeOf(header, cell, null), text);
      }
    }
    return {
      row(data) {
        const { row } = data;
        if (texts.length > fewTexts && !isHidden(row.text)) return;
        for (const cell of texts) {
          const text = row.cell(cell);
          if (text && isHidden(text)) report(context, context.placeOf(row, cell, data.index), text);
        }
      },
      irregularRow(data) {
        const { row, values } = data;
        if (!values.padded) return;
        for (const [position, { kind }] of values.readings) {
          const cell = numeric[position] ?? 0;
          const text = row.cells[cell] ?? '';
          if (kind !== cellKinds.thousands && isHidden(text)) {
            report(context, context.placeOf(row, cell, data.index), text);
          }
        }
      },
    };
  },
};

function report(context: RuleContext, place: Place, text: string): void {
  const content = trimCharacters(text, isOuterBlank).replace(wideBlank, ' ').replace(anyInvisible, '');
  const newText = writeCell(content, context.profile.dialect.delimiter);
  const character = (text.match(anyInvisible) ?? []).find((found) => found !== '\0') ?? '';
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = characterNames[character];
  context.atPlace(place, {
    code: 'invisible-character',
    message: `The cell ${shown(content)} holds ${name ? `${name} (${point})` : `the character ${point}`}, which can't be seen. Remove it.`,
    fixes: [
      {
        title: 'Remove what cannot be seen',
        safe: true,
        edits: [{ start: place.start, end: place.end, newText: ownedText(newText) }],
      },
    ],
  });
}
