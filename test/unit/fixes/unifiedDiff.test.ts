import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '#shared/diagnostics.ts';
import { unifiedDiff } from '../../../server/src/fixes/unifiedDiff.ts';
import { cut, readPieces } from './pieces.ts';

const lines = (count: number, end = '\n'): string =>
  Array.from({ length: count }, (_, at) => `line ${at + 1}${end}`).join('');

const replace = (text: string, old: string, newText: string): TextEdit => {
  const start = text.indexOf(old);
  return { start, end: start + old.length, newText };
};

const diffOf = async (text: string, edits: readonly TextEdit[], pieceLength = 7): Promise<string> =>
  (await readPieces(unifiedDiff('table.csv', () => cut(text, pieceLength), edits))).join('');

/** The program itself, where the machine has it. */
function hasPatch(): boolean {
  try {
    execFileSync('patch', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function applyByPatch(text: string, diff: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'amprenta-patch-'));
  try {
    writeFileSync(join(folder, 'table.csv'), text);
    execFileSync('patch', ['--silent', '--binary', '--fuzz=0', '-p0'], { cwd: folder, input: diff });
    return readFileSync(join(folder, 'table.csv'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('unifiedDiff', () => {
  it('shows a change with three lines of context and both line numbers', async () => {
    const text = lines(20);
    expect(await diffOf(text, [replace(text, 'line 10', 'ten')])).toBe(
      '--- table.csv\n+++ table.csv\n@@ -7,7 +7,7 @@\n line 7\n line 8\n line 9\n-line 10\n+ten\n line 11\n line 12\n line 13\n',
    );
  });

  it('joins changes whose context meets, and counts lines that went away', async () => {
    const text = lines(30);
    const diff = await diffOf(text, [
      replace(text, 'line 5\n', ''),
      replace(text, 'line 12', 'twelve'),
      replace(text, 'line 25', 'x'),
    ]);
    expect(diff.split('\n').filter((line) => line.startsWith('@@'))).toEqual([
      '@@ -2,14 +2,13 @@',
      '@@ -22,7 +21,7 @@',
    ]);
  });

  it('says where the last line has no line end', async () => {
    expect(await diffOf('a\nb', [replace('a\nb', 'b', 'c')])).toBe(
      '--- table.csv\n+++ table.csv\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n',
    );
  });

  it('is empty where nothing changes', async () => {
    expect(await diffOf(lines(3), [])).toBe('');
    expect(await diffOf(lines(3), [replace(lines(3), 'line 2', 'line 2')])).toBe('');
  });

  it('is the same however the text is cut into pieces', async () => {
    const text = lines(40, '\r\n');
    const edits = [replace(text, 'line 3', ''), replace(text, 'line 9\r\nli', ''), replace(text, 'line 30', 'x\r\ny')];
    const whole = await diffOf(text, edits, text.length);
    for (const length of [1, 2, 3, 5, 50]) expect(await diffOf(text, edits, length)).toBe(whole);
  });

  // Skipped only where the machine has no `patch`.
  it.skipIf(!hasPatch()).each<[string, string, (text: string) => TextEdit[], string]>([
    [
      'line feeds',
      lines(20),
      (text) => [replace(text, 'line 10', 'ten'), replace(text, 'line 20', 'twenty')],
      lines(20).replace('line 10', 'ten').replace('line 20', 'twenty'),
    ],
    [
      'CRLF',
      lines(20, '\r\n'),
      (text) => [replace(text, 'line 4\r\n', '')],
      lines(20, '\r\n').replace('line 4\r\n', ''),
    ],
    ['no last line end', 'a\nb\nc', (text) => [replace(text, 'c', 'd')], 'a\nb\nd'],
    ['the first line', lines(9), (text) => [replace(text, 'line 1', 'one')], lines(9).replace('line 1', 'one')],
    [
      'every line',
      lines(50),
      (text) => Array.from({ length: 50 }, (_, at) => replace(text, `line ${at + 1}\n`, `${at}\n`)),
      Array.from({ length: 50 }, (_, at) => `${at}\n`).join(''),
    ],
    ['CR alone', 'a\rb\rc', (text) => [replace(text, 'b', 'x')], 'a\rx\rc'],
    ['a text that becomes empty', 'a\n', (text) => [replace(text, 'a\n', '')], ''],
    ['joined lines', lines(5), (text) => [replace(text, '2\nline 3', '2, 3')], lines(5).replace('2\nline 3', '2, 3')],
  ])('is taken by patch: %s', async (_, text, edits, wanted) => {
    expect(applyByPatch(text, await diffOf(text, edits(text)))).toBe(wanted);
  });
});
