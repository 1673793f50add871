import type { Severity } from '#shared/diagnostics/entry.ts';

/** A whole number for people: `12,345`. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** A number of things: `1 row`, `12,345 rows`. */
export function numberOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${countText(count)} ${count === 1 ? singular : plural}`;
}

/** How many of some findings there are of each severity. */
export function countSeverities(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** How many findings of each severity, in words: `2 errors, 1 warning`, or `no findings`. */
export function severityCounts(counts: Readonly<Record<Severity, number>>): string {
  const parts = [
    counts.error > 0 ? numberOf(counts.error, 'error') : '',
    counts.warning > 0 ? numberOf(counts.warning, 'warning') : '',
    counts.information > 0 ? `${countText(counts.information)} information` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** The first and the last of many names: `S1, S2, S3, … S48`. */
export function fewOf(names: readonly string[], atMost = 4): string {
  if (names.length <= atMost) return names.join(', ');
  return `${names.slice(0, atMost - 1).join(', ')}, … ${names.at(-1)}`;
}

/** A share for people: `41 %`, `0.3 %`, `< 0.1 %`. */
export function percentText(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : (part / whole) * 100;
  if (percent === 0) return '0 %';
  if (percent < 0.1) return '< 0.1 %';
  return `${percent < 10 ? percent.toFixed(1).replace(/\.0$/, '') : Math.round(percent)} %`;
}
