import type { TableStatus } from '#shared/protocol.ts';
import type { Validation } from '../../rules/validate.ts';

/** What the client is told of a table that was judged. */
export function tableStatusOf(uri: string, { profile, tally, findings }: Validation): TableStatus {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of findings) counts[severity]++;
  const primary = profile.quantities.filter((quantity) => quantity.primary);
  const others = profile.quantities.filter((quantity) => !quantity.primary);
  return {
    uri,
    profile: profile.layout,
    confidence: profile.confidence,
    evidence: [profile.evidence, profile.omicsEvidence].filter((text) => text !== '').join(' '),
    omicsType: profile.omicsType,
    shape: profile.shape,
    encoding: profile.encoding,
    delimiter: profile.delimiter,
    rows: tally.rows,
    features: tally.features,
    samples: tally.samples.length,
    quantities: [...primary, ...others].map(({ name }) => name),
    counts,
    blocking: findings.filter((finding) => finding.blocks).length,
  };
}
