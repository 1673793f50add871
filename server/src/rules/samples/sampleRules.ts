import { chooseSheet, type SheetMatch, type SheetUse } from '../../sheets/matchSheet.ts';
import { factsOfOwn, joinFacts } from '../../sheets/sampleFacts.ts';
import type { SheetChoice } from '../../sheets/sheet.ts';
import type { Place } from '../place.ts';
import type { RuleContext } from '../rule.ts';
import type { DesignedSample } from './designRule.ts';
import { judgeDesign } from './designRules.ts';
import type { PlacedSample } from './placedSamples.ts';
import { sampleNameNearMiss } from './sampleNameNearMiss.ts';
import { sampleNotInMatrix } from './sampleNotInMatrix.ts';
import { sampleNotInSheet } from './sampleNotInSheet.ts';
import type { SampleRule } from './sampleRule.ts';

/** Every rule about samples and their sheet. A new one is a file and a line here. */
export const sampleRules: readonly SampleRule[] = [sampleNotInSheet, sampleNotInMatrix, sampleNameNearMiss];

/**
 * Chooses the table's sheet, lets every rule about samples look at both, and the rules about the study's design at what
 * both tell; tells which sheet is used.
 * @param choice null where no sheet may belong to the table
 */
export function judgeSamples(
  context: RuleContext,
  samples: readonly PlacedSample[],
  choice: SheetChoice | null,
): SheetUse | null {
  const names = samples.map(({ name }) => name);
  const use = choice && chooseSheet(names, choice);
  const match = use?.kind === 'used' ? use.match : null;
  if (match) for (const rule of sampleRules) rule.judge({ ...context, samples, match });
  judgeDesign(context, {
    samples: designOf(context, samples, match),
    teller: match ? `the sample sheet ${match.sheet.name}` : 'what the table says of its samples',
    judged: 'table',
  });
  return use;
}

/** Where the sheet may tell as much as the table, what is said of both has no cell. */
function designOf(
  { profile }: RuleContext,
  samples: readonly PlacedSample[],
  match: SheetMatch | null,
): readonly DesignedSample[] {
  const own = factsOfOwn(samples, profile);
  return own.samples.map(({ name, facts, place, metadataPlaces }) => {
    if (match) return { facts: joinFacts(facts, match.sampleOf.get(name) ?? null), places: {} };
    const placeOf = (told: string | null): Place | null => metadataPlaces.get(told ?? '') ?? place;
    const { group, batch, injectionOrder } = own.names;
    return {
      facts,
      places: { group: placeOf(group), batch: placeOf(batch), injectionOrder: placeOf(injectionOrder) },
    };
  });
}
