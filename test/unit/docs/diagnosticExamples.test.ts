import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describedCodes, diagnosticPagesFolder } from '../../../scripts/diagnosticPages.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { designRules } from '../../../server/src/rules/samples/designRules.ts';
import { sampleRules } from '../../../server/src/rules/samples/sampleRules.ts';
import { exampleOf, validateExample } from './pageExample.ts';

const ruled: ReadonlySet<string> = new Set([...rules, ...sampleRules, ...designRules].flatMap((rule) => rule.codes));

it('has a rule for every code', () => {
  expect(describedCodes.filter(([code]) => !ruled.has(code)).map(([code]) => code)).toEqual([]);
});

it.for(describedCodes)(
  'the example of %s has this defect and no other, and is said to print what it does',
  async ([code]) => {
    const page = await readFile(new URL(`${code}.md`, diagnosticPagesFolder), 'utf8');
    const example = exampleOf(page);
    const { codes, printed } = await validateExample(example);
    expect(codes).toEqual([code]);
    expect(example.printed).toBe(printed);
  },
);

it.for(describedCodes)(
  'the page of %s names `amprenta fix` where that mends its example, and only where something can be fixed',
  async ([code]) => {
    const page = await readFile(new URL(`${code}.md`, diagnosticPagesFolder), 'utf8');
    const { fixes } = await validateExample(exampleOf(page));
    const mending = /\n## How to fix it\n([\s\S]*?)\n## /.exec(page)?.[1] ?? '';
    const isNamed = /amprenta\s+fix/.test(mending);
    if (fixes.some(({ safe }) => safe)) expect(isNamed).toBe(true);
    if (fixes.length === 0) expect(isNamed).toBe(false);
  },
);
