import type { Fix, TextEdit } from '#shared/diagnostics.ts';
import { writeCell } from '../../table/cells.ts';
import { shown } from '../columnKinds.ts';
import type { Naming } from './placedSamples.ts';
import type { SampleRule } from './sampleRule.ts';

/**
 * A sample that is written almost as one of the sheet that no other is taken for: other case, other separators, a slip of
 * a letter or two. Renaming it everywhere is safe where only the case differs, as both are taken for one sample anyhow;
 * otherwise it is never done unasked, as two names may mean two samples.
 */
export const sampleNameNearMiss: SampleRule = {
  codes: ['sample-name-near-miss'],
  judge({ profile, samples, match, atFile, atPlace }) {
    const nearMisses = new Map(match.nearMisses.map((near) => [near.name, near]));
    for (const { name, place, namings } of samples) {
      const near = nearMisses.get(name);
      if (near === undefined) continue;
      const { sample, caseOnly } = near;
      const report = {
        code: 'sample-name-near-miss',
        message:
          `The sample ${shown(name)} is written ${shown(sample.name)} in the sample sheet ${match.sheet.name}. ` +
          (caseOnly ? 'They are taken for the same; write them alike.' : 'Write them alike if they are the same.'),
        fixes: renamed(namings, name, sample.name, caseOnly, profile.dialect.delimiter),
      } as const;
      if (place) atPlace(place, report);
      else atFile(report);
    }
  },
};

/**
 * The name stands in the cells with or without a tool's words around it; where it can't be found there, nothing is offered.
 * The edits are made only when they are asked for: a long table may need one a row.
 */
function renamed(
  namings: readonly Naming[],
  from: string,
  to: string,
  safe: boolean,
  delimiter: string,
): readonly Fix[] {
  const texts = namings.map(({ text }) => {
    const at = placeIn(text, from);
    return at < 0 ? null : writeCell(text.slice(0, at) + to + text.slice(at + from.length), delimiter);
  });
  if (texts.length === 0 || texts.includes(null)) return [];
  return [
    {
      title: `Rename the sample to ${shown(to)}`,
      safe,
      get edits(): readonly TextEdit[] {
        return namings
          .flatMap(({ length, starts }, at) =>
            Array.from(starts, (start) => ({ start, end: start + length, newText: texts[at] ?? '' })),
          )
          .sort((one, other) => one.start - other.start);
      },
    },
  ];
}

/** Where the name stands among a tool's own words, as a word of its own; -1 where it does not, or more than once. */
function placeIn(text: string, name: string): number {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' '];
    if (!/[\p{L}\p{N}]/u.test(before + after)) places.push(at);
  }
  return places.length === 1 ? (places[0] as number) : -1;
}
