import type { Finding } from '#shared/diagnostics.ts';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { recognize } from '../../../server/src/profiles/recognize.ts';
import { judge } from '../../../server/src/rules/judge.ts';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import { readHead } from '../../../server/src/table/head.ts';

/** The lines of a count matrix that nothing is wrong with, to be spoilt by a test. */
export const soundLines: readonly string[] = [
  'gene\tS1\tS2\tS3',
  'TP53\t10\t20\t30',
  'BRCA1\t11\t21\t31',
  'EGFR\t12\t22\t32',
  'MYC\t13\t23\t33',
  'KRAS\t14\t24\t34',
  'PTEN\t15\t25\t35',
  'RB1\t16\t26\t36',
  'AKT1\t17\t27\t37',
  'JUN\t18\t28\t38',
  'FOS\t19\t29\t39',
  'VEGFA\t20\t30\t40',
  'CDK4\t21\t31\t41',
];

/** A sound table in which some lines (1-based, as people count) are others. */
export function spoiled(lines: Readonly<Record<number, string>>): string {
  return soundLines
    .map((line, at) => lines[at + 1] ?? line)
    .join('\n')
    .concat('\n');
}

/** What is found in a text or in bytes; `change` makes the profile another one than is recognised. */
export async function findingsOf(
  content: string | Uint8Array,
  change: (profile: Profile) => Partial<Profile> = () => ({}),
): Promise<readonly Finding[]> {
  const source = bytesSource('table', typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  const profile = recognize(await readHead(source));
  return (await judge(source, { ...profile, ...change(profile) })).findings;
}

/** The same in short, as people count: `line:cell code severity`; cell 0 is the whole line. */
export async function found(
  content: string | Uint8Array,
  change?: (profile: Profile) => Partial<Profile>,
): Promise<readonly string[]> {
  return (await findingsOf(content, change)).map(
    ({ range, cell, code, severity }) => `${range.startLine + 1}:${cell + 1} ${code} ${severity}`,
  );
}

/** The text after the first safe fix of every finding of a code is made, each alone on the original. */
export function mend(text: string, { fixes }: Finding): string {
  const edits = fixes.find(({ safe }) => safe)?.edits ?? [];
  return [...edits]
    .reverse()
    .reduce((mended, { start, end, newText }) => mended.slice(0, start) + newText + mended.slice(end), text);
}

/** The text that a finding's range marks; of several lines, only the first. */
export function marked(text: string, { range }: Finding): string {
  const line = text.split('\n')[range.startLine] ?? '';
  return range.endLine === range.startLine
    ? line.slice(range.startColumn, range.endColumn)
    : line.slice(range.startColumn);
}
