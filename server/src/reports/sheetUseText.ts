import { fits, type SheetUse } from '../sheets/matchSheet.ts';
import { countText, fewOf, numberOf } from './words.ts';

/**
 * Which sample sheet is used, for a person; null where there is nothing to say.
 * @param how how a person names another one: `with --samples`
 */
export function sheetUseText(use: SheetUse | null, how: string): string | null {
  if (use === null) return null;
  if (use.kind === 'several') {
    const names = use.sheets.map(({ name }) => name);
    return `none chosen, as ${countText(names.length)} fit: ${fewOf(names, 6)}. Name one ${how}.`;
  }
  if (use.kind === 'unused') return `${use.sheet.name} is not used, as the table names no samples.`;
  const { match, named } = use;
  const described = `it describes ${countText(match.sampleOf.size)} of ${numberOf(match.tableSamples, 'sample')}`;
  const told = `${match.sheet.name} (${named ? 'named' : 'beside the table'}): ${described}, by its column ${match.column}`;
  if (fits(match)) return told;
  return `${told}. That is too little: if it is another table's, name the right one ${how}.`;
}
