import { seedRandom } from './random.ts';
import { significant, writeTable } from './tableText.ts';

/** Metabolites of serum with a usual concentration in healthy adults, µmol/l. Source: orders of magnitude in HMDB 5.0. */
const metabolites: readonly (readonly [name: string, usualMicromolar: number, effect?: number])[] = [
  ['Alanine', 380, 0.25],
  ['Arginine', 90],
  ['Asparagine', 45],
  ['Aspartate', 12],
  ['Citrulline', 33],
  ['Cystine', 60],
  ['Glutamate', 55, 0.45],
  ['Glutamine', 600, -0.2],
  ['Glycine', 250, -0.25],
  ['Histidine', 80],
  ['Isoleucine', 65, 0.35],
  ['Leucine', 130, 0.35],
  ['Lysine', 180],
  ['Methionine', 27],
  ['Ornithine', 65],
  ['Phenylalanine', 62, 0.2],
  ['Proline', 190],
  ['Serine', 110],
  ['Taurine', 55],
  ['Threonine', 130],
  ['Tryptophan', 55],
  ['Tyrosine', 65, 0.3],
  ['Valine', 230, 0.3],
  ['Lactate', 1400, 0.2],
  ['Pyruvate', 75, 0.3],
  ['Citrate', 110],
  ['Succinate', 6],
  ['Fumarate', 1.5],
  ['Malate', 5],
  ['2-Oxoglutarate', 9],
  ['3-Hydroxybutyrate', 60, 0.5],
  ['Acetoacetate', 35, 0.4],
  ['2-Hydroxybutyrate', 30, 0.7],
  ['Glucose', 5000, 0.45],
  ['Fructose', 30],
  ['Mannose', 45, 0.4],
  ['1,5-Anhydrosorbitol', 110, -0.6],
  ['myo-Inositol', 30],
  ['Glycerol', 80],
  ['Urea', 4800],
  ['Creatine', 40],
  ['Creatinine', 75],
  ['Uric acid', 300, 0.2],
  ['Hypoxanthine', 6],
  ['Choline', 11],
  ['Betaine', 35, -0.2],
  ['Carnitine', 42],
  ['O-Acetylcarnitine', 6, 0.2],
  ['Trimethylamine N-oxide', 4],
  ['4-Hydroxyproline', 11],
  ['Hippurate', 4],
  ['3-Indoxyl sulfate', 3],
];

const patientsPerGroup = 20;

/**
 * Serum metabolites of a simulated diabetes study, samples in rows and the group second, as MetaboAnalyst reads tables. Its
 * defects are a spreadsheet's: a byte order mark, a blank line, blanks and a zero-width space around names, three words for
 * missing. None blocks.
 */
export function makeMetaboliteTable(): string {
  const random = seedRandom(20_260_102);
  const patients = (['Control', 'T2D'] as const).flatMap((group) =>
    Array.from({ length: patientsPerGroup }, (_, index) => ({
      group,
      name: `${group === 'T2D' ? 'D' : 'H'}${String(index + 1).padStart(3, '0')}`,
    })),
  );
  const rows: (string | number)[][] = patients.map(({ name, group }) => {
    // Fasting state and sample handling shift a whole sample.
    const shift = 0.08 * random.normal();
    const concentrations = metabolites.map(([, usual, effect = 0]) => {
      const mean = Math.log(usual) + shift + (group === 'T2D' ? effect : 0);
      return significant(random.logNormal(mean, 0.28), 4);
    });
    return [name, group, ...concentrations];
  });
  const put = (row: number, column: number, cell: string) => {
    const cells = rows[row];
    if (cells !== undefined) cells[column] = cell;
  };
  put(5, 0, ' H006');
  put(23, 0, 'D004\u200b');
  for (const row of [3, 12, 26]) put(row, 2 + 27, 'NA');
  for (const row of [9, 33]) put(row, 2 + 27, 'n.d.');
  put(17, 2 + 27, '');
  put(30, 2 + 50, '<0.5');
  rows.splice(patientsPerGroup, 0, ['']);
  const header = ['Sample', 'Group', ...metabolites.map(([name]) => name)];
  return `\ufeff${writeTable([header, ...rows], { delimiter: ',', lineEnd: '\r\n' })}`;
}
