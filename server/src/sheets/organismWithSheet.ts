import { conclude, joinOrganisms } from '../profiles/organism/conclusion.ts';
import type { Organism } from '../profiles/organism/organism.ts';
import { hearSamples } from '../profiles/organism/organismField.ts';
import type { Profile } from '../profiles/profile.ts';
import type { SheetUse } from './matchSheet.ts';

/**
 * The organism of a table with what its sample sheet tells of the samples that both have, blanks and standards left out;
 * what a person said stands.
 */
export function organismWithSheet({ organism, overrides }: Profile, sheet: SheetUse | null): Organism | null {
  if (sheet?.kind !== 'used' || overrides.taxon !== undefined) return organism;
  const samples = [...sheet.match.sampleOf.values()].filter(({ kind }) => kind !== 'blank' && kind !== 'standard');
  const told = hearSamples(
    samples.map(({ metadata }) => metadata),
    "The sample sheet's fields",
  );
  return joinOrganisms(organism, conclude(told));
}
