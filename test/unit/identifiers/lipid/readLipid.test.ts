import { describe, expect, it } from 'vitest';
import { type LipidLayout, readLipid } from '../../../../server/src/identifiers/lipid/readLipid.ts';

function normalOf(name: string, layout?: LipidLayout): string | undefined {
  return readLipid(name, layout)?.normal;
}

describe('Names of one lipid', () => {
  it.each<[string, string, LipidLayout | undefined]>([
    ['PC(16:0/18:1(9Z))', 'PC 16:0/18:1(9Z)', 'lipidmaps'],
    ['PC(16:0/18:1(9Z))[rac]', 'PC 16:0/18:1(9Z)', 'hmdb'],
    ['TAG 16:0-18:1-18:2', 'TG 16:0_18:1_18:2', 'goslin'],
    ['PE O-16:1p/20:4', 'PE P-16:0/20:4', 'goslin'],
    ['PC aa C34:1', 'PC 34:1', 'biocrates'],
    ['PC ae C36:2', 'PC O-36:2', undefined],
    ['SM C16:0', 'SM 34:1;O2', 'biocrates'],
    ['PC(16:0e/18:1)+HCOO', 'PC O-16:0/18:1', 'lipidsearch'],
    ['w/o MS2:TG 52:2', 'TG 52:2', 'msdial'],
    ['PC 34:1|PC 16:0_18:1', 'PC 16:0_18:1', 'msdial'],
    ['Cer 18:1;2O/16:0', 'Cer 18:1;O2/16:0', 'msdial'],
    ['PE 36:1 NEG', 'PE 36:1', 'skyline'],
    ['15_0-18_1(d7)_PC+H', 'PC 15:0_18:1[M[2]H7]', 'splash'],
    ['TG(i-14:0/18:0/a-17:0)', 'TG 13:0;12Me/18:0/16:0;14Me', 'hmdb'],
    ['NAPE (17:0-15me/2:0/18:1(9Z))', 'PE-N(FA 18:1(9Z)) 16:0;15Me/2:0', 'swisslipids'],
    ['PC(16:0/0:0)', 'LPC 16:0/0:0', 'lipidmaps'],
    ['11-HETE', 'FA 20:4(5Z,8Z,12E,14Z);11OH', 'goslin'],
  ])('%s is %s', (name, normal, layout) => {
    expect(normalOf(name, layout)).toBe(normal);
  });

  it('have the same key whatever the order of their chains and whatever position is claimed', () => {
    const keys = ['PC 16:0/18:1(9Z)', 'PC 16:0_18:1', 'PC 18:1_16:0', 'PC 18:1/16:0'].map(
      (name) => readLipid(name)?.key,
    );
    expect(new Set(keys)).toEqual(new Set(['PC 16:0_18:1']));
  });

  it('have the same key for a base and an acyl only as they stand', () => {
    expect(readLipid('Cer 18:1;O2/16:0')?.key).not.toBe(readLipid('Cer 16:1;O2/18:0')?.key);
  });
});

describe('Names of two lipids', () => {
  it.each([
    ['PE P-16:0/18:1', 'PE O-16:0/18:1'],
    ['PC 16:0/18:1(9Z)', 'PC 16:0/18:1(9E)'],
    ['PC 16:0/18:1(9Z)', 'PC 16:0/18:1(11Z)'],
    ['PC 34:1', 'PC O-34:1'],
    ['Cer 34:1;O2', 'Cer 34:1;O'],
    ['SPB 18:1;O2', 'SPB 18:1;O3'],
    ['BMP 18:1_18:1', 'PG 18:1_18:1'],
    ['GM1b 36:1;O2', 'GM1 36:1;O2'],
    ["PIP(3') 16:0/18:1", "PIP(4') 16:0/18:1"],
    ['PC 15:0_18:1[M[2]H7]', 'PC 15:0_18:1'],
    ['PE-NMe2 32:0', 'PC 32:0'],
    ['FA 18:0;2OH', 'FA 18:0;3OH'],
  ])('%s and %s are kept apart', (one, other) => {
    const readings = [readLipid(one), readLipid(other)];
    expect(readings.every((reading) => reading !== undefined)).toBe(true);
    expect(readings[0]?.normal).not.toBe(readings[1]?.normal);
  });
});

describe('What a name does not say', () => {
  it('is left open: the same letters with several readings are answered where all agree', () => {
    const reading = readLipid('Cer(d18:0/16:0)');
    expect(reading).toMatchObject({ normal: 'Cer 18:0;(OH)2/16:0', level: 'STRUCTURE_DEFINED', isLossy: true });
  });

  it('is noted where it had to be assumed', () => {
    expect(readLipid('SM 34:1')).toMatchObject({
      normal: 'SM 34:1;O2',
      notes: ['O2 assumed: the name gives no oxygens'],
    });
    expect(readLipid('PE P-34:1')?.notes.join()).toContain('P- claimed');
    expect(readLipid('PE P-34:1')?.normal).toBe('PE O-34:2');
  });

  it('is noted where it was left out', () => {
    expect(readLipid('LPC 18:1(9Z)')).toMatchObject({ normal: 'LPC 18:1', level: 'MOLECULAR_SPECIES', isLossy: true });
    expect(readLipid('GD1a(d18:1/16:0)', 'swisslipids')).toMatchObject({
      normal: 'Hex3HexNAcNeuAc2Cer 18:1;O2/16:0',
      isLossy: true,
    });
    expect(readLipid('FA(18:0(2OH[R]))', 'lipidmaps')).toMatchObject({ normal: 'FA 18:0;2OH', isLossy: true });
  });

  it.each([
    'C16:0',
    '18:1',
    '12:30',
    'Cer 16:0',
    'PC',
    'PC 34:1 (2)',
    'PC 16:0/18:1/18:2',
    'DG  16:0-16:1',
    'IL-6',
    '',
  ])('leaves %j unread', (name) => {
    expect(readLipid(name)).toBeUndefined();
  });
});

describe('Formula and mass', () => {
  it.each([
    ['PC 34:1', 'C42H82NO8P', 759.5778],
    ['TG 16:0_18:1_18:2', 'C55H100O6', 856.752],
    ['Cer 18:1;O2/16:0', 'C34H67NO3', 537.5121],
    ['SM 18:1;O2/16:0', 'C39H79N2O6P', 702.5676],
    ['GM1 36:1;O2', 'C73H131N3O31', 1545.8766],
    ['SE 27:1/18:1', 'C45H78O2', 650.6002],
    ['PE P-16:0/20:4', 'C41H74NO7P', 723.5203],
    ['CAR 16:0', 'C23H45NO4', 399.3349],
    ['FA 20:4(5Z,8Z,11Z,14Z)', 'C20H32O2', 304.2402],
  ])('of %s are %s and %d Da', (name, formula, massDa) => {
    const reading = readLipid(name);
    expect(reading?.formula).toBe(formula);
    expect(reading?.massDa).toBeCloseTo(massDa, 3);
  });
});
