import { beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, recognizeConfusions } from './confusions.ts';

const sure = 0.9;

describe('How sure a reading is', () => {
  let outcomes: readonly Outcome[] = [];

  beforeAll(async () => {
    outcomes = await recognizeConfusions();
  }, 60_000);

  it('is at least 0.9 only where it is right, in 99 of 100 tables that lack a column, have another name for it, or columns of another tool', () => {
    const wrong = outcomes.filter(({ layout, told, confidence }) => confidence >= sure && told !== layout);
    const ofAll = outcomes.filter(({ confidence }) => confidence >= sure);
    expect(ofAll.length).toBeGreaterThan(500);
    expect(
      wrong.length / ofAll.length,
      wrong.map(({ variant, told }) => `${variant}: ${told}`).join('\n'),
    ).toBeLessThan(0.01);
  });

  it('takes all samples of a table that it is sure of, and no annotation for one, in 99 of 100 of them', () => {
    const ofAll = outcomes.filter(({ confidence }) => confidence >= sure);
    const wrong = ofAll.filter(({ hasSamples, hasNoOther }) => !hasSamples || !hasNoOther);
    expect(wrong.length / ofAll.length, wrong.map(({ variant }) => variant).join('\n')).toBeLessThan(0.01);
  });

  it('never makes one tool’s table another tool’s for a column that is not there or called otherwise', () => {
    const generic = new Set(['plain-matrix', 'gene-matrix', 'other-results', 'annotation-table', 'sample-sheet']);
    const flipped = outcomes.filter(
      ({ layout, told, isJoined }) => !isJoined && told !== layout && !generic.has(told) && !generic.has(layout),
    );
    expect(flipped.map(({ variant, told }) => `${variant}: ${told}`)).toEqual([]);
  });
});
