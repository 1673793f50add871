import type { RuleContext } from '../rule.ts';
import { batchEqualsGroup } from './batchEqualsGroup.ts';
import type { DesignContext, DesignRule } from './designRule.ts';
import { groupTooSmall } from './groupTooSmall.ts';
import { qcMissing } from './qcMissing.ts';

/** Every rule about the design of a study. A new one is a file and a line here. */
export const designRules: readonly DesignRule[] = [batchEqualsGroup, groupTooSmall, qcMissing];

/** Lets every rule about the design of a study look at what is told of its samples. */
export function judgeDesign(
  { atFile, atPlace }: Pick<RuleContext, 'atFile' | 'atPlace'>,
  design: Omit<DesignContext, 'report'>,
): void {
  const report: DesignContext['report'] = (place, told) => (place ? atPlace(place, told) : atFile(told));
  for (const rule of designRules) rule.judge({ ...design, report });
}
