import { renamedSymbols } from '../../identifiers/symbolRenames.ts';
import { ownedText } from '../../table/ownedText.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { replaceName } from './replaceName.ts';
import { type NameWatch, watchGeneNames } from './watchGeneNames.ts';

const humanTaxon = 9606;

/**
 * A previous symbol of a human gene that identifies a feature.
 * Silent: tables that do not say they are human; annotation columns; symbols that stand more than once (as all do in
 * long tables), or whose new symbol stands in the column too; wherever {@link watchGeneNames} is.
 */
export const geneSymbolRenamed: Rule = {
  codes: ['gene-symbol-renamed'],
  comparesRows: true,
  start(context) {
    if (context.profile.organism?.taxon !== humanTaxon) return null;
    return watchGeneNames(context, ({ identifies }) => (identifies ? watchSymbols(context) : null));
  },
};

interface Renamed {
  readonly previous: string;
  readonly place: Place;
}

const newSymbols = new Set(renamedSymbols.values());

function watchSymbols(context: RuleContext): NameWatch {
  /** Where a previous symbol stands, by the new one; null where it does so more than once. */
  const places = new Map<string, Renamed | null>();
  const present = new Set<string>();
  return {
    see({ name, row, cell, dataRow }) {
      if (newSymbols.has(name)) present.add(name);
      const symbol = renamedSymbols.get(name);
      if (symbol === undefined) return;
      places.set(
        symbol,
        places.has(symbol) ? null : { previous: ownedText(name), place: context.placeOf(row, cell, dataRow) },
      );
    },
    end() {
      for (const [symbol, renamed] of places) {
        if (renamed === null || present.has(symbol)) continue;
        const { previous, place } = renamed;
        context.atPlace(place, {
          code: 'gene-symbol-renamed',
          message: `${previous} has been renamed to ${symbol} by the human gene nomenclature committee.`,
          fixes: [replaceName(context, place, symbol)],
        });
      }
    },
  };
}
