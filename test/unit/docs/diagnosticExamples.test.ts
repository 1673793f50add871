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
