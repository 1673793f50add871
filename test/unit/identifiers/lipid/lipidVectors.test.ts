import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LipidLevel } from '../../../../server/src/identifiers/lipid/lipidName.ts';
import { type LipidLayout, readLipid } from '../../../../server/src/identifiers/lipid/readLipid.ts';
import { readStandardLipid } from '../../../../server/src/identifiers/lipid/standardLipid.ts';

const folder = join(import.meta.dirname, '../../../../../shared/vectors');

type Row = Readonly<Record<string, string>>;

function readRows(file: string): readonly Row[] {
  const [header = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  const names = header.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [names[index] ?? '', cell])));
}

const adduct = /\s?\[\d?M[+-].*$/;

/** Expected formulas that are no neutral molecule: without trehalose, with ionized sialic acids, or an H2 too much. */
const wrongFormula =
  /^(?:PAT1[68]|AC2SGL|SHex2Cer|LPIM4)|G[TQP]1|GD1[ac]|NeuGc|GM1b|(?:GalNAc|Gal|GalGal|GalGalNAc|Gal\(Fuc\)|Fuc|Fuc\(Gal\)|Lex)-G[MD]|^NeuAc|SGG|SM1|SB1|Ac-O/;

function measure(table: string, layout: LipidLayout): { readonly equal: number; readonly formulas: number } {
  const expected = new Map<string, { readonly forms: Set<string>; formula: string }>();
  for (const { input = '', normalised = '', sum_formula: formula = '' } of readRows(`lipid_${table}.tsv`)) {
    const entry = expected.get(input) ?? { forms: new Set(), formula: '' };
    entry.forms.add(normalised.replace(adduct, ''));
    if (!adduct.test(input)) entry.formula = formula;
    if (formula !== '' || table !== 'lipidmaps') expected.set(input, entry);
  }
  let equal = 0;
  const judged: boolean[] = [];
  for (const [input, { forms, formula }] of expected) {
    const reading = readLipid(input, layout);
    if (reading && forms.has(reading.normal)) equal += 1;
    if (formula && !wrongFormula.test(reading?.normal ?? '')) {
      judged.push(reading?.formula.replace(/D\d*/, '') === formula.replace(/H'\d*/, ''));
    }
  }
  const formulas = judged.filter(Boolean).length / judged.length;
  process.stdout.write(
    `${table}: ${equal} of ${expected.size} equal; formulas ${judged.filter(Boolean).length} of ${judged.length}\n`,
  );
  return { equal: equal / expected.size, formulas };
}

describe.skipIf(!existsSync(folder))('Third-party lipid names (skipped where ../shared is absent)', () => {
  it.each<[string, LipidLayout]>([
    ['lipidmaps', 'lipidmaps'],
    ['swisslipids', 'swisslipids'],
    ['hmdb', 'hmdb'],
    ['goslin', 'goslin'],
    ['goslin_short', 'goslin'],
  ])('of %s get the expected normal form and formula in 99 of 100 cases', (table, layout) => {
    const { equal, formulas } = measure(table, layout);
    expect(equal).toBeGreaterThanOrEqual(0.99);
    expect(formulas).toBeGreaterThanOrEqual(0.99);
  });

  it('are written at every level as the shorthand notation has it', () => {
    const columns: readonly (readonly [LipidLevel, string])[] = [
      ['FULL_STRUCTURE', 'full'],
      ['STRUCTURE_DEFINED', 'structure_defined'],
      ['SN_POSITION', 'sn_position'],
      ['MOLECULAR_SPECIES', 'molecular_species'],
      ['SPECIES', 'species'],
    ];
    for (const row of readRows('lipid_shorthand_levels.tsv')) {
      const reading = readStandardLipid(row.full ?? '');
      for (const [level, column] of columns) expect(reading?.levels.get(level), row.full).toBe(row[column]);
      if (row.sum_formula) expect(reading?.formula, row.full).toBe(row.sum_formula);
    }
  });

  it('that are wrong are rejected by the standard grammar', () => {
    const accepted = readRows('lipid_invalid.tsv').filter(({ input = '' }) => readStandardLipid(input));
    expect(accepted).toEqual([]);
  });

  it('of vendors are read in 80 of 100 cases, and agree with the formula where one is given', () => {
    const layouts: Readonly<Record<string, LipidLayout>> = {
      'Skyline (lipidr A1)': 'skyline',
      'LipidSearch LipidIon': 'lipidsearch',
      'Splash IS header': 'splash',
      'Biocrates MAF (MTBLS2028)': 'biocrates',
    };
    const rows = readRows('real_world_lipid_names.tsv');
    const readings = rows.map(({ source = '', name = '' }) => readLipid(name, layouts[source]));
    // The reference misreads Biocrates.
    const wrong = rows.filter(({ source, sum_formula: formula }, index) => {
      const reading = readings[index];
      return reading && formula && source !== 'Biocrates MAF (MTBLS2028)' && reading.formula !== formula;
    });
    for (const source of new Set(rows.map((row) => row.source))) {
      const own = readings.filter((_, index) => rows[index]?.source === source);
      process.stdout.write(`${source}: ${own.filter(Boolean).length} of ${own.length} read\n`);
    }
    expect(wrong).toEqual([]);
    expect(readings.filter(Boolean).length / rows.length).toBeGreaterThanOrEqual(0.8);
  });
});
