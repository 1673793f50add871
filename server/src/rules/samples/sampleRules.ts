import { chooseSheet, type SheetUse } from '../../sheets/matchSheet.ts';
import { factsOfMetadata, joinFacts } from '../../sheets/sampleFacts.ts';
import type { SheetChoice } from '../../sheets/sheet.ts';
import type { RuleContext } from '../rule.ts';
import { batchEqualsGroup } from './batchEqualsGroup.ts';
import { groupTooSmall } from './groupTooSmall.ts';
import type { PlacedSample } from './placedSamples.ts';
import { qcMissing } from './qcMissing.ts';
import { sampleNameNearMiss } from './sampleNameNearMiss.ts';
import { sampleNotInMatrix } from './sampleNotInMatrix.ts';
import { sampleNotInSheet } from './sampleNotInSheet.ts';
import type { SampleRule } from './sampleRule.ts';

/** Every rule about samples and their sheet. A new one is a file and a line here. */
export const sampleRules: readonly SampleRule[] = [
  sampleNotInSheet,
  sampleNotInMatrix,
  sampleNameNearMiss,
  batchEqualsGroup,
  groupTooSmall,
  qcMissing,
];

/** Chooses the table's sheet and lets every rule about samples look at both; tells which sheet is used. */
export function judgeSamples(
  context: RuleContext,
  samples: readonly PlacedSample[],
  choice: SheetChoice,
): SheetUse | null {
  const use = chooseSheet(
    samples.map(({ name }) => name),
    choice,
  );
  if (use?.kind !== 'used') return use;
  const { match } = use;
  const judged = samples.map((sample) => ({
    ...sample,
    facts: joinFacts(factsOfMetadata(sample.name, sample.metadata), match.sampleOf.get(sample.name) ?? null),
  }));
  for (const rule of sampleRules) rule.judge({ ...context, samples: judged, match });
  return use;
}
