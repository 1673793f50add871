import type { Fix, TextEdit } from '#shared/diagnostics.ts';
import { writeCell } from '../../table/cells.ts';
import { shown } from '../columnKinds.ts';
import type { NamingCell } from './placedSamples.ts';
import type { SampleRule } from './sampleRule.ts';

/**
 * A sample that is written almost as one of the sheet that no other is taken for: other case, other separators, a slip of
 * a letter or two. Renaming is never done unasked, as two names may mean two samples. No fix: long tables, which name the
 * sample on every row.
 */
export const sampleNameNearMiss: SampleRule = {
  codes: ['sample-name-near-miss'],
  judge({ profile, samples, match, atFile, atPlace }) {
    const nearMisses = new Map(match.nearMisses.map((near) => [near.name, near]));
    for (const { name, cells } of samples) {
      const near = nearMisses.get(name);
      if (near === undefined) continue;
      const { sample, caseOnly } = near;
      const report = {
        code: 'sample-name-near-miss',
        message:
          `The sample ${shown(name)} is written ${shown(sample.name)} in the sample sheet ${match.sheet.name}. ` +
          (caseOnly ? 'They are taken for the same; write them alike.' : 'Write them alike if they are the same.'),
        fixes: profile.shape === 'long' ? [] : renamed(cells, name, sample.name, profile.dialect.delimiter),
      } as const;
      const [cell] = cells;
      if (cell) atPlace(cell.place, report);
      else atFile(report);
    }
  },
};

/** The name stands in the cell with or without a tool's words around it; where it can't be found there, nothing is offered. */
function renamed(cells: readonly NamingCell[], from: string, to: string, delimiter: string): readonly Fix[] {
  const edits = cells.flatMap(({ place, text }): TextEdit[] => {
    const at = placeIn(text, from);
    if (at < 0) return [];
    const newText = writeCell(text.slice(0, at) + to + text.slice(at + from.length), delimiter);
    return [{ start: place.start, end: place.end, newText }];
  });
  if (edits.length === 0 || edits.length < cells.length) return [];
  const inOrder = edits.sort((one, other) => one.start - other.start);
  return [{ title: `Rename the sample to ${shown(to)}`, safe: false, edits: inOrder }];
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
