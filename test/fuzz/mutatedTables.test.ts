import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/diagnostics.ts';
import { editedSource } from '../../server/src/fixes/editedSource.ts';
import { fixToFixedPoint } from '../../server/src/fixes/fixToFixedPoint.ts';
import { type Validation, validate } from '../../server/src/rules/validate.ts';
import { type ByteSource, bytesSource } from '../../server/src/table/byteSource.ts';
import { complainOfRange, lineOfOffset, readDocument } from './document.ts';
import { type BaseTable, readMadeTables, readRealHeads } from './mutatedTables.ts';
import { mutate, mutations } from './mutation.ts';
import { fuzzOptions } from './runs.ts';

/** A hundred times what such a table takes, on a busy machine too. */
const mostMsPerTable = 5000;
/** So many findings of one table have their fixes tried, of different codes first. */
const mostFindingsTried = 4;

/** The share of fixes after which so damaged a table may be taken for one of another layout or delimiter. */
const mostReadOtherwise = 0.05;

/** What was done, to be printed. */
const done = { tables: 0, findings: 0, fixes: 0, readOtherwise: 0, mostRounds: 0, slowestMs: 0 };

/** The first of each code, then others, that have a fix which changes the text. */
function chooseFixable(findings: readonly Finding[]): readonly Finding[] {
  const fixable = findings.filter(({ fixes }) => fixes.some(({ edits }) => edits.length > 0));
  const firsts = fixable.filter(({ code }, at) => fixable.findIndex((other) => other.code === code) === at);
  return [...firsts, ...fixable.filter((finding) => !firsts.includes(finding))].slice(0, mostFindingsTried);
}

/** By what the table is read: where a fix changes that, what was found before was found in another table. */
function readingOf({ profile: { layout, headerLine, dialect } }: Validation): string {
  return JSON.stringify([layout, headerLine, dialect.delimiter, dialect.newline]);
}

/** Each fix alone, applied to the table, leaves nothing of its code where it was made. */
async function expectFixesMend(source: ByteSource, before: Validation): Promise<void> {
  const { profile, findings } = before;
  const encoding = { encoding: profile.encoding, bomBytes: profile.bomBytes };
  for (const finding of chooseFixable(findings)) {
    // Where a line goes, the next one takes its place, which may be as empty or as much a copy.
    if (finding.code === 'blank-row') continue;
    for (const { edits, title } of finding.fixes) {
      const [edit] = edits;
      if (!edit) continue;
      const mended = editedSource(source, encoding, edits, encoding);
      const after = await validate(mended, { encoding: { ...encoding, undecodable: false } });
      done.fixes++;
      if (readingOf(after) !== readingOf(before)) {
        done.readOtherwise++;
        continue;
      }
      const { text } = await readDocument(mended, after.profile);
      const line = lineOfOffset(text, edit.start, after.profile.dialect.newline);
      const left = after.findings.filter(
        ({ code, cell, range }) => code === finding.code && cell === finding.cell && range.startLine === line,
      );
      expect(left, `${title}: ${finding.message}`).toEqual([]);
    }
  }
}

async function expectSound(source: ByteSource): Promise<void> {
  const startedMs = performance.now();
  const validation = await validate(source);
  const { profile, findings } = validation;
  const document = await readDocument(source, profile);
  for (const { range, code, fixes } of findings) {
    expect(complainOfRange(document, range), code).toBeNull();
    for (const { edits } of fixes) {
      for (const { start, end } of edits) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(document.text.length);
      }
    }
  }
  const fixed = await fixToFixedPoint(source);
  expect(fixed.rounds).toBeLessThanOrEqual(10);
  const again = await fixToFixedPoint(bytesSource('fixed', Buffer.concat(await readAll(fixed.bytes()))));
  expect([...again.mended.keys()], 'is mended again').toEqual([]);
  const tookMs = performance.now() - startedMs;
  expect(tookMs).toBeLessThan(mostMsPerTable);
  if (!profile.undecodable) await expectFixesMend(source, validation);
  done.tables++;
  done.findings += findings.length;
  done.mostRounds = Math.max(done.mostRounds, fixed.rounds);
  done.slowestMs = Math.max(done.slowestMs, tookMs);
}

async function readAll(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

const realHeads = readRealHeads();
if (realHeads.length === 0)
  process.stdout.write('mutated tables: ../shared/real-data is absent, so only the made tables are changed\n');
const kinds: readonly (readonly [string, readonly BaseTable[]])[] = [
  ['the head of a real table', realHeads],
  ['a made table of a layout', readMadeTables()],
];

/** Half of the runs each. */
const options = { ...fuzzOptions, numRuns: Math.ceil(fuzzOptions.numRuns / 2) };

describe('a table of which bytes, cells, lines or the encoding were deleted, doubled or swapped', () => {
  for (const [kind, tables] of kinds) {
    it.skipIf(tables.length === 0)(
      `is judged in time, with every place inside it and every fix mending what it says: ${kind}`,
      async () => {
        Object.assign(done, { tables: 0, findings: 0, fixes: 0, readOtherwise: 0, mostRounds: 0, slowestMs: 0 });
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...tables), mutations, async ({ name, bytes }, { changes, encoding }) => {
            await expectSound(bytesSource(name, mutate(bytes, changes, encoding)));
          }),
          options,
        );
        const { findings, fixes, readOtherwise, mostRounds, slowestMs } = done;
        expect(readOtherwise).toBeLessThan(Math.max(5, fixes * mostReadOtherwise));
        process.stdout.write(
          `${kind}: ${done.tables} mutations of ${tables.length} tables, ${findings} findings, ${fixes} fixes tried (after ` +
            `${readOtherwise} the table is read as another one), at most ${mostRounds} rounds, ${Math.round(slowestMs)} ms at most\n`,
        );
      },
      1_200_000,
    );
  }
});
