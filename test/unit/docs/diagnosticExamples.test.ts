import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describedCodes, diagnosticPagesFolder } from '../../../scripts/diagnosticPages.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { sampleRules } from '../../../server/src/rules/samples/sampleRules.ts';
import { exampleOf, validateExample } from './pageExample.ts';

const ruled: ReadonlySet<string> = new Set([...rules, ...sampleRules].flatMap((rule) => rule.codes));

it.for(describedCodes)(
  'the example of %s has this defect and no other, and is said to print what it does',
  async ([code], { skip }) => {
    const page = await readFile(new URL(`${code}.md`, diagnosticPagesFolder), 'utf8');
    const example = exampleOf(page);
    if (!ruled.has(code)) skip('no rule reports this code yet');
    const { codes, printed } = await validateExample(example);
    expect(codes).toEqual([code]);
    expect(example.printed).toBe(printed);
  },
);

it.for(describedCodes)(
  'the page of %s names `amprenta fix` where that mends its example, and only where something can be fixed',
  async ([code], { skip }) => {
    const page = await readFile(new URL(`${code}.md`, diagnosticPagesFolder), 'utf8');
    if (!ruled.has(code)) skip('no rule reports this code yet');
    const { fixes } = await validateExample(exampleOf(page));
    const mending = /\n## How to fix it\n([\s\S]*?)\n## /.exec(page)?.[1] ?? '';
    const isNamed = /amprenta\s+fix/.test(mending);
    if (fixes.some(({ safe }) => safe)) expect(isNamed).toBe(true);
    if (fixes.length === 0) expect(isNamed).toBe(false);
  },
);
