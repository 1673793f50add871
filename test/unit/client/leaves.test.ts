import { expect, it } from 'vitest';
import { unknownSample } from '#shared/sample.ts';
import { sampleTexts } from '../../../client/src/views/datasets/leaves.ts';

it('A sample in the explorer shows what is known of it, and in its tooltip besides what its table says', () => {
  const metadata = { group: 'treated', Class: 'treated', dose: 'low' };
  const known = { ...unknownSample, kind: 'study', group: 'treated', injectionOrder: 7 } as const;
  const { label, description, tooltip } = sampleTexts({ ...known, name: 'S1', metadata });
  expect([label, description]).toEqual(['S1', 'kind: study, group: treated, injection order: 7']);
  expect(tooltip).toBe('Sample S1\nkind: study\ngroup: treated\ninjection order: 7\nClass: treated\ndose: low');
});

it('A sample of which nothing is known shows what its table says', () => {
  const { description, tooltip } = sampleTexts({ ...unknownSample, name: 'S1', metadata: { plate: 'P1' } });
  expect([description, tooltip]).toEqual(['plate: P1', 'Sample S1\nplate: P1']);
});
