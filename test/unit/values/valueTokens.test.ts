import { describe, expect, it } from 'vitest';
import type { Overrides } from '#shared/overrides.ts';
import { isSameToken, problemOfValueToken } from '#shared/valueTokens.ts';
import { explainText } from '../../../server/src/cli/explainText.ts';
import { makeStyle } from '../../../server/src/cli/style.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';

const maxquant = [
  'Protein IDs\tMajority protein IDs\tIntensity A\tIntensity B\tLFQ intensity A\tLFQ intensity B',
  'P12345\tP12345\t10\t0\t1\t0.0',
  'P12346\tP12346\t30\tNA\t3\t4',
].join('\n');

const read = (text: string, overrides: Overrides = {}) => validate(textSource('table.txt', text), { overrides });

describe('What a person says is a value', () => {
  it('is the zero of a tool that writes it for “not detected”, in every quantity; NA stays missing', async () => {
    const missing = async (overrides: Overrides) =>
      (await read(maxquant, overrides)).tally.quantities.map(({ quantity, missing, zeros }) => [
        quantity.name,
        missing,
        zeros,
      ]);
    expect(await missing({})).toEqual([
      ['LFQ intensity', 1, 1],
      ['Intensity', 2, 1],
    ]);
    expect(await missing({ valueTokens: ['0.0', 'NA'] })).toEqual([
      ['LFQ intensity', 0, 1],
      ['Intensity', 1, 1],
    ]);
    const { profile } = await read(maxquant, { valueTokens: ['0'] });
    expect(explainText(profile, [], makeStyle(false))).toMatch(/not missing +"0", as you said\n/);
    expect(explainText(profile, [], makeStyle(false))).not.toContain('not detected');
  });

  it('is a word that names a group of samples, as it is written', async () => {
    const sheet = [
      'sample,group,fastq_1',
      ...['na', 'na', 'b', 'b', 'b'].map((group, at) => `S${at},${group},r${at}.fq`),
    ];
    const codes = async (overrides: Overrides) =>
      (await read(`${sheet.join('\n')}\n`, overrides)).findings.map(({ code, message }) => `${code} ${message}`);
    expect(await codes({})).toEqual([]);
    expect(await codes({ valueTokens: ['NA'] })).toEqual([]);
    expect(await codes({ valueTokens: ['na'] })).toEqual([expect.stringMatching(/^group-too-small .*"na"/)]);
  });

  it('is asked for only where it could mean a missing value, and is the same zero however it is written', () => {
    expect(['0', '-0.00', '0,0', 'NA', 'nan', ' - '].flatMap((token) => problemOfValueToken(token) ?? [])).toEqual([]);
    expect(problemOfValueToken(' lost ')).toContain('"lost" can\'t be said to be a value');
    expect(problemOfValueToken('10')).toContain('"10" can\'t be said to be a value');
    expect([
      isSameToken('0', '0.0'),
      isSameToken(' NA', 'NA'),
      isSameToken('na', 'NA'),
      isSameToken('0', '10'),
    ]).toEqual([true, true, false, false]);
  });
});
