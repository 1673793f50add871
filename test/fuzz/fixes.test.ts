import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, TextEdit } from '#shared/diagnostics.ts';
import { editedSource } from '../../server/src/fixes/editedSource.ts';
import { fixToFixedPoint } from '../../server/src/fixes/fixToFixedPoint.ts';
import { planFixes } from '../../server/src/fixes/planFixes.ts';
import { validate } from '../../server/src/rules/validate.ts';
import { type ByteSource, bytesSource, textSource } from '../../server/src/table/byteSource.ts';
import { anyBytes, damagedBytes, damagedText } from './damagedTable.ts';
import { lineOfOffset, readDocument } from './document.ts';
import { applyUnifiedDiff } from './patching.ts';
import { fuzzOptions } from './runs.ts';

async function readAll<Piece>(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const all: Piece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

async function expectFixedPoint(source: ByteSource): Promise<void> {
  const fixed = await fixToFixedPoint(source);
  expect(fixed.rounds).toBeLessThanOrEqual(10);
  const bytes = Buffer.concat(await readAll(fixed.bytes()));
  if (!fixed.changed) expect(bytes).toEqual(Buffer.concat(await readAll(source.bytes())));
  const again = await fixToFixedPoint(bytesSource('fixed', bytes));
  expect(again.changed, `again ${[...again.mended.keys()].join()}`).toBe(false);
}

describe('fixToFixedPoint', () => {
  it('leaves nothing to mend after at most ten rounds, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, (bytes) => expectFixedPoint(bytesSource('bytes', bytes))),
      fuzzOptions,
    );
  });

  it('leaves nothing to mend of a damaged table after at most ten rounds', async () => {
    await fc.assert(
      fc.asyncProperty(damagedBytes, (bytes) => expectFixedPoint(bytesSource('damaged', bytes))),
      fuzzOptions,
    );
  });

  it('finds nothing of the same code at a place that a fix has mended', async () => {
    await fc.assert(
      fc.asyncProperty(damagedText, async (text) => {
        const source = textSource('damaged', text);
        const { profile, findings } = await validate(source);
        if (profile.undecodable) return;
        const fixed = await fixToFixedPoint(source);
        const mendedSource = editedSource(source, fixed.from, fixed.edits, fixed.to);
        const after = await validate(mendedSource);
        const document = await readDocument(mendedSource, after.profile);
        for (const finding of planFixes(findings).mended) {
          const [edit] = finding.fixes.find(({ safe }) => safe)?.edits ?? [];
          if (!edit || finding.code === 'blank-row') continue;
          const line = lineOfOffset(document.text, offsetAfter(fixed.edits, edit.start), after.profile.dialect.newline);
          expect(after.findings.filter((other) => isAt(other, finding, line))).toEqual([]);
        }
      }),
      fuzzOptions,
    );
  });

  it('says in its diff what it does to the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(damagedText, fc.boolean(), async (text, marked) => {
        const bytes = Buffer.from(marked ? `\ufeff${text}` : text, 'utf8');
        const fixed = await fixToFixedPoint(bytesSource('table.csv', bytes));
        const diff = (await readAll(fixed.diff())).join('');
        const result = Buffer.concat(await readAll(fixed.bytes()));
        expect(Buffer.from(applyUnifiedDiff(bytes.toString('utf8'), diff), 'utf8').equals(result)).toBe(true);
        expect(diff === '').toBe(!fixed.changed);
      }),
      fuzzOptions,
    );
  });
});

/** Where an offset lies after edits. */
function offsetAfter(edits: readonly TextEdit[], offset: number): number {
  let moved = offset;
  for (const { start, end, newText } of edits) if (start < offset) moved += newText.length - (end - start);
  return moved;
}

function isAt(other: Finding, finding: Finding, line: number): boolean {
  return other.code === finding.code && other.cell === finding.cell && other.range.startLine === line;
}
