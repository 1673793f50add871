import type { DiagnosticCode } from '#shared/diagnostics.ts';
import type { SheetMatch } from '../../sheets/matchSheet.ts';
import type { RuleContext } from '../rule.ts';
import type { PlacedSample } from './placedSamples.ts';

/** What a rule about samples and their sheet may look at, once the table has been read to its end. */
export interface SampleRuleContext extends Pick<RuleContext, 'profile' | 'atFile' | 'atPlace'> {
  /** The table's samples in order of appearance. */
  readonly samples: readonly PlacedSample[];
  readonly match: SheetMatch;
}

/**
 * A rule that holds a table's samples against the table's sample sheet. Each lies in a file of its own, named for its
 * code, and in one line of rules/sampleRules.ts.
 */
export interface SampleRule {
  readonly codes: readonly DiagnosticCode[];
  judge(context: SampleRuleContext): void;
}
