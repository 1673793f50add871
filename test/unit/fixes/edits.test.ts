import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, TextEdit } from '#shared/diagnostics.ts';
import { composeEdits } from '../../../server/src/fixes/composeEdits.ts';
import { editText } from '../../../server/src/fixes/editText.ts';
import { planFixes } from '../../../server/src/fixes/planFixes.ts';
import { cut, readPieces } from './pieces.ts';

/** Edits of a text of a length, by offset and without overlap. */
const editsOf = (length: number) =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(3), fc.string({ maxLength: 4 })), { maxLength: 6 }).map((drawn) => {
    const edits: TextEdit[] = [];
    for (const [start, removed, newText] of drawn.sort(([one], [other]) => one - other)) {
      const last = edits.at(-1);
      if (!last || start > last.end) edits.push({ start, end: Math.min(length, start + removed), newText });
    }
    return edits;
  });

const apply = (text: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .reverse()
    .reduce((edited, { start, end, newText }) => edited.slice(0, start) + newText + edited.slice(end), text);

describe('editText', () => {
  it('gives the same text however the original is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 40 }).chain((text) => fc.tuple(fc.constant(text), editsOf(text.length))),
        fc.integer({ min: 1, max: 50 }),
        async ([text, edits], length) => {
          expect((await readPieces(editText(cut(text, length), edits))).join('')).toBe(apply(text, edits));
        },
      ),
    );
  });
});

describe('composeEdits', () => {
  it('leads to the same text as one set of edits after the other, in order and without overlap', () => {
    const drawn = fc
      .string({ minLength: 1, maxLength: 30 })
      .chain((text) =>
        editsOf(text.length).chain((first) =>
          fc.tuple(fc.constant(text), fc.constant(first), editsOf(apply(text, first).length)),
        ),
      );
    fc.assert(
      fc.property(drawn, ([text, first, then]) => {
        const composed = composeEdits(first, then);
        expect(apply(text, composed)).toBe(apply(apply(text, first), then));
        expect(composed.every((edit, at) => at === 0 || edit.start >= (composed[at - 1]?.end ?? 0))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('planFixes', () => {
  const finding = (code: Finding['code'], edits: readonly TextEdit[], safe = true): Finding => ({
    code,
    severity: 'warning',
    blocks: false,
    range: { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0 },
    cell: 0,
    message: '',
    fixes: [{ title: '', safe, edits }],
    row: null,
  });
  const edit = (start: number, end: number): TextEdit => ({ start, end, newText: '' });

  it('puts the edits of safe fixes in order and leaves out those that are not safe', () => {
    const plan = planFixes([
      finding('outer-space', [edit(5, 6)]),
      finding('blank-row', [edit(1, 3)]),
      finding('not-a-number', [edit(8, 9)], false),
    ]);
    expect(plan.edits.map(({ start }) => start)).toEqual([1, 5]);
  });

  it('makes only fixes of the codes that are asked for', () => {
    const findings = [finding('outer-space', [edit(5, 6)]), finding('blank-row', [edit(1, 3)])];
    expect(planFixes(findings, { codes: ['blank-row'] }).mended.map(({ code }) => code)).toEqual(['blank-row']);
    expect(planFixes(findings, { codes: [] }).mended).toEqual([]);
  });

  it('makes a fix whole or not at all, and the smaller of two that overlap', () => {
    const plan = planFixes([finding('missing-token', [edit(1, 2), edit(5, 7)]), finding('outer-space', [edit(6, 8)])]);
    expect(plan.edits).toEqual([edit(6, 8)]);
    expect(plan.mended.map(({ code }) => code)).toEqual(['outer-space']);
  });

  it('takes edits that only touch for no overlap, and two insertions at one place for one', () => {
    expect(planFixes([finding('outer-space', [edit(1, 3)]), finding('ragged-row', [edit(3, 5)])]).edits).toHaveLength(
      2,
    );
    expect(planFixes([finding('outer-space', [edit(3, 3)]), finding('ragged-row', [edit(3, 3)])]).edits).toHaveLength(
      1,
    );
  });
});
