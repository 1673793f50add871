import { expect, it } from 'vitest';
import { validate } from '../../../server/src/rules/validate.ts';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import type { RuleSettings } from '../../../shared/src/ruleSettings.ts';
import { spoiled } from './judged.ts';

async function told(text: string, levels: RuleSettings): Promise<string[]> {
  const { findings } = await validate(bytesSource('table', Buffer.from(text, 'utf8')), { levels });
  return findings.map(({ code, severity, blocks }) => `${code} ${severity}${blocks ? ' blocks' : ''}`);
}

const text = spoiled({ 3: 'BRCA1\t11\t21 \t31', 5: 'MYC\t13\tx\t33' });

it('shows findings with the severity that a person gives their code', async () => {
  expect(await told(text, {})).toEqual(['outer-space warning', 'not-a-number error blocks']);
  expect(await told(text, { 'outer-space': 'error' })).toContain('outer-space error');
});

it('leaves findings out whose code is off', async () => {
  expect(await told(text, { 'outer-space': 'off' })).toEqual(['not-a-number error blocks']);
});

it('never hides what blocks ingestion, and lets it block whatever its severity', async () => {
  expect(await told(text, { 'not-a-number': 'off' })).toContain('not-a-number error blocks');
  expect(await told(text, { 'not-a-number': 'information' })).toContain('not-a-number information blocks');
});
