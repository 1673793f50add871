import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listLipidSpecies } from '../../../scripts/samples/lipidSpecies.ts';
import { sampleTables } from '../../../scripts/samples/sampleTables.ts';

const folder = resolve(import.meta.dirname, '../../../media/samples');

describe.each(sampleTables)('$file', ({ file, make }) => {
  it('is what its seed makes (npm run samples)', async () => {
    expect(await readFile(resolve(folder, file), 'utf8')).toBe(make());
  });

  it('has 30 to 300 rows', () => {
    const rows = make().trimEnd().split('\n').length - 1;
    expect(rows).toBeGreaterThanOrEqual(30);
    expect(rows).toBeLessThanOrEqual(300);
  });
});

it('has one table that blocks, so that npm start shows what a person then decides', () => {
  expect(sampleTables.filter(({ blocks }) => blocks)).toHaveLength(1);
});

// Monoisotopic m/z of LIPID MAPS and the standard's own examples.
it.each([
  ['PC 34:1', 'C42H82NO8P', 760.5851],
  ['LPC 16:0', 'C24H50NO7P', 496.3398],
  ['SM 34:1;O2', 'C39H79N2O6P', 703.5748],
  ['Cer 42:2;O2', 'C42H81NO3', 648.6289],
  ['TG 52:2', 'C55H102O6', 876.8015],
  ['CE 18:2', 'C45H76O2', 666.6184],
  ['PI 38:4', 'C47H83O13P', 904.591],
])('gives %s the formula and mass that it has', (name, formula, mz) => {
  const species = listLipidSpecies().find((lipid) => lipid.name === name);
  expect(species?.formula).toBe(formula);
  expect(species?.mz).toBeCloseTo(mz, 3);
});
