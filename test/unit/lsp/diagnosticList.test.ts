import { expect, it } from 'vitest';
import { diagnosticList } from '../../../server/src/lsp/documents/diagnosticList.ts';
import type { DiagnosticCode, Finding } from '../../../shared/src/diagnostics.ts';

function findingsOf(code: DiagnosticCode, count: number): Finding[] {
  return Array.from({ length: count }, (_, line) => ({
    code,
    severity: 'warning',
    blocks: false,
    range: { startLine: line, startColumn: 0, endLine: line, endColumn: 1 },
    cell: 0,
    message: `${code} in line ${line}`,
    fixes: [],
    row: line,
  }));
}

const shownOf = (findings: readonly Finding[], maximum: number) =>
  diagnosticList(findings, 0, maximum).map(({ message, range }) => `${range.start.line} ${message}`);

it('shows as many findings of each code as a person wants, and then in one line how many more there are', () => {
  const findings = [...findingsOf('outer-space', 1_500), ...findingsOf('bom', 2)];
  expect(shownOf(findings, 2)).toEqual([
    '0 outer-space in line 0',
    '1 outer-space in line 1',
    '2 1,498 more of this code, from here on.',
    '0 bom in line 0',
    '1 bom in line 1',
  ]);
});

it('shows the last finding itself where only one would be left', () => {
  expect(shownOf(findingsOf('bom', 3), 2)).toHaveLength(3);
  expect(shownOf(findingsOf('bom', 3), 2).at(-1)).toBe('2 bom in line 2');
  expect(shownOf(findingsOf('bom', 3), 1).at(-1)).toBe('1 2 more of this code, from here on.');
});
