import type { TableStatus } from '#shared/protocol/tables.ts';

/** `1 sample`, `1,200 samples`, of a whole amount. */
export const count = (amount: number, noun: string): string =>
  `${wholeNumber(amount)} ${noun}${amount === 1 ? '' : 's'}`;

/** `1,200`. An Intl.NumberFormat would do the same, and costs activation 20 ms. */
export const wholeNumber = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',');

/** `features-in-rows` → `features in rows`: a shape or layout as people read it. */
export const inWords = (name: string): string => name.replaceAll('-', ' ');

/** The last part of a path or URI path, as the explorer shows it. */
export const fileName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** `2 errors, 1 warning`, or `no findings`. */
export function describeCounts({ error, warning, information }: TableStatus['counts']): string {
  const parts = [
    ...(error > 0 ? [count(error, 'error')] : []),
    ...(warning > 0 ? [count(warning, 'warning')] : []),
    ...(information > 0 ? [count(information, 'note')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'no findings';
}
