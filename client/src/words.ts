import type { TableStatus } from '#shared/protocol.ts';

const number = new Intl.NumberFormat('en-US');

/** `1,200`. */
export const wholeNumber = (amount: number): string => number.format(amount);

/** `1 sample`, `1,200 samples`. */
export const count = (amount: number, noun: string): string =>
  `${number.format(amount)} ${noun}${amount === 1 ? '' : 's'}`;

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
