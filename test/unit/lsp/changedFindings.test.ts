import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changedFindings } from '../../../server/src/lsp/documents/changedFindings.ts';
import { trackChanges } from '../../../server/src/lsp/documents/changedLines.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { readNamedSheet } from '../../../server/src/sheets/readSheet.ts';
import type { SheetChoice } from '../../../server/src/sheets/sheet.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import type { RuleSettings } from '../../../shared/src/ruleSettings.ts';

const rowCount = 600;
const lines = [
  'Gene,S1,S2,S3',
  ...Array.from({ length: rowCount }, (_, row) => `ENSG${10_000 + row},${row}.5,${row + 1},${(row % 9) + 2}`),
];
const withDefects = lines.with(300, 'ENSG10299, 299.5,300,7').with(500, 'ENSG10499,499.5,bad,7');

interface Edit {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

async function afterEdits(
  before: readonly string[],
  edits: readonly Edit[],
  hasLongRecords = false,
  sheets: SheetChoice = { sheets: [], named: false },
  levels: RuleSettings = {},
) {
  const text = `${before.join('\n')}\n`;
  const document = TextDocument.create('file:///t.csv', 'csv', 1, text);
  const known = await validate(textSource('t.csv', text), { sheets, levels });
  const tracker = trackChanges();
  for (const { line, from, to, text: typed } of edits) {
    const range = { start: { line, character: from }, end: { line, character: to } };
    TextDocument.update(document, [{ range, text: typed }], document.version + 1);
    tracker.add({ range, text: typed });
  }
  const changed = tracker.changed();
  if (changed === null) throw new Error('The edits replaced the text.');
  const quick = await changedFindings(document, { ...known, levels, hasLongRecords }, changed);
  const { findings } = await validate(textSource('t.csv', document.getText()), { sheets, levels });
  const places = (list: typeof quick) =>
    list?.map(({ code, severity, range, message }) => ({ code, severity, range, message })) ?? null;
  return { quick: places(quick), full: places(findings) };
}

describe('findings of changed lines', () => {
  it('are those of a full pass where a value is spoiled far below the top', async () => {
    const { quick, full } = await afterEdits(withDefects, [{ line: 400, from: 10, to: 15, text: 'oops' }]);
    expect(quick).toEqual(full);
    expect(quick).toHaveLength(3);
  });

  it('go where the defect was mended', async () => {
    const { quick, full } = await afterEdits(withDefects, [{ line: 500, from: 16, to: 19, text: '500' }]);
    expect(quick).toEqual(full);
    expect(quick).toHaveLength(1);
  });

  it('follow what a person says of their codes', async () => {
    const edits = [
      { line: 400, from: 10, to: 15, text: 'oops' },
      { line: 410, from: 9, to: 9, text: ' ' },
    ];
    const levels = { 'outer-space': 'off', 'not-a-number': 'warning' } as const;
    const { quick, full } = await afterEdits(withDefects, edits, false, undefined, levels);
    expect(quick).toEqual(full);
    expect(quick?.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'not-a-number warning',
      'not-a-number warning',
    ]);
  });

  it('move with their lines where lines are put in and taken out', async () => {
    const { quick, full } = await afterEdits(withDefects, [
      { line: 100, from: 0, to: 0, text: 'ENSG90001,1,2,x1\nENSG90002,1,2,3\n' },
      { line: 200, from: 0, to: 0, text: 'ENSG90003,1,2,3\n' },
      { line: 450, from: 0, to: 0, text: 'ENSG90004,1\n' },
    ]);
    expect(quick).toEqual(full);
    expect(quick?.map(({ code }) => code)).toContain('ragged-row');
  });

  it('are left to a full pass where a quote is typed, a record is long, or the header changed', async () => {
    expect((await afterEdits(lines, [{ line: 400, from: 0, to: 0, text: '"' }])).quick).toBeNull();
    expect((await afterEdits(lines, [{ line: 400, from: 0, to: 0, text: 'x' }], true)).quick).toBeNull();
    expect((await afterEdits(lines, [{ line: 0, from: 5, to: 7, text: 'S9' }])).quick).toBeNull();
  });

  it('keep what was said of repeated names while another cell of the row is typed in', async () => {
    const repeated = lines.with(400, 'ENSG10001,1.25,2,7');
    const { quick, full } = await afterEdits(repeated, [{ line: 400, from: 10, to: 14, text: '1.75' }]);
    expect(quick).toEqual(full);
    expect(quick?.map(({ code }) => code)).toEqual(['duplicate-feature-id']);
  });

  it('keep what the sample sheet says of a row’s sample while another cell of the row is typed in', async () => {
    const samples = Array.from({ length: rowCount }, (_, row) => `Liver_${row}`);
    const rows = samples.map((name, row) => `${name},${row}.5,${row + 1}.25,7.5`);
    const names = samples.map((name) => (name === 'Liver_400' ? 'Livr_400' : name));
    const sheet = await readNamedSheet(
      textSource('sheet.csv', `sample,note\n${names.map((name) => `${name},x\n`).join('')}`),
    );
    const { quick, full } = await afterEdits(
      ['Sample,Glucose,Alanine,Lactate', ...rows],
      [{ line: 401, from: 10, to: 15, text: '1.75' }],
      false,
      { sheets: [sheet], named: true },
    );
    expect(full?.map(({ code }) => code)).toContain('sample-name-near-miss');
    expect(quick).toEqual(full);
  });
});
