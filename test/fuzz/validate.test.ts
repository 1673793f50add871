import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/diagnostics.ts';
import { validate } from '../../server/src/rules/validate.ts';
import { type ByteSource, bytesSource } from '../../server/src/table/byteSource.ts';
import { anyBytes, damagedBytes } from './damagedTable.ts';
import { complainOfRange, readDocument } from './document.ts';
import { fuzzOptions } from './runs.ts';

async function expectSoundFindings(source: ByteSource): Promise<void> {
  const { profile, findings } = await validate(source);
  const document = await readDocument(source, profile);
  for (const finding of findings) {
    expect(complainOfRange(document, finding.range), finding.code).toBeNull();
    for (const { edits } of finding.fixes) {
      for (const { start, end } of edits) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(document.text.length);
      }
    }
  }
  expect(findings.filter((finding, at) => at > 0 && !follows(findings[at - 1], finding))).toEqual([]);
}

/** By line, cell and code, and none twice. */
function follows(before: Finding | undefined, finding: Finding): boolean {
  if (!before) return true;
  const step = finding.range.startLine - before.range.startLine || finding.cell - before.cell;
  return step > 0 || (step === 0 && finding.code > before.code);
}

describe('validate', () => {
  it('never throws on any bytes and names no place outside the document', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, (bytes) => expectSoundFindings(bytesSource('bytes', bytes))),
      fuzzOptions,
    );
  });

  it('never throws on a damaged table and names no place outside the document', async () => {
    await fc.assert(
      fc.asyncProperty(damagedBytes, (bytes) => expectSoundFindings(bytesSource('damaged', bytes))),
      fuzzOptions,
    );
  });

  it('finds the same wherever the file is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(damagedBytes, fc.integer({ min: 1, max: 50 }), async (bytes, pieceBytes) => {
        const whole = await validate(bytesSource('damaged', bytes));
        const cut = await validate(bytesSource('damaged', bytes, pieceBytes));
        expect(JSON.stringify(cut.findings)).toBe(JSON.stringify(whole.findings));
      }),
      fuzzOptions,
    );
  });
});
