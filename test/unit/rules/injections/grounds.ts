import { readExamples } from '../../profiles/variants.ts';
import { growTable } from './grow.ts';
import type { Ground } from './injection.ts';
import { readSound, type SoundTable } from './soundTable.ts';

/** The sound tables of every ground. */
export async function readGrounds(): Promise<Readonly<Record<Ground, readonly SoundTable[]>>> {
  const example = await Promise.all(readExamples().map(({ file, text }) => readSound(file, text)));
  const grown = (await Promise.all(example.map(growTable))).filter((table) => table !== null);
  const sheeted = await Promise.all(
    grown.flatMap((table) => {
      const sheet = sheetOf(table);
      return sheet === null ? [] : [readSound(table.file, table.text, sheet)];
    }),
  );
  return { example, grown, sheeted };
}

/** The names of a table's samples, in order of appearance. */
export function sampleNames({ profile, rows }: SoundTable): readonly string[] {
  if (profile.shape === 'sample-sheet' || profile.shape === 'annotation') return [];
  const naming = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? -1;
  const names =
    naming >= 0 ? rows.map((row) => (row.cell(naming) ?? '').trim()) : profile.samples.map(({ name }) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

/** A sample sheet that a table agrees with, which tells of batches only. */
function sheetOf(table: SoundTable): readonly string[] | null {
  const names = sampleNames(table);
  if (names.length < 2 || names.some((name) => /[",]/.test(name))) return null;
  return ['sample,batch', ...names.map((name, at) => `${name},${at % 2 === 0 ? 'B1' : 'B2'}`)];
}
