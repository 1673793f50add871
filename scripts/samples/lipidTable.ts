import { listLipidSpecies } from './lipidSpecies.ts';
import { seedRandom } from './random.ts';
import { writeTable } from './tableText.ts';

interface Run {
  readonly name: string;
  readonly group: 'Blank' | 'QC' | 'Control' | 'Steatosis';
}

const subjects = (group: Run['group'], prefix: string) =>
  Array.from({ length: 5 }, (_, index): Run => ({ name: `${prefix}0${index + 1}`, group }));

/** Injected in this order. */
const runs: readonly Run[] = [
  { name: 'Blank_1', group: 'Blank' },
  { name: 'QC_1', group: 'QC' },
  ...subjects('Control', 'C'),
  { name: 'QC_2', group: 'QC' },
  ...subjects('Steatosis', 'S'),
  { name: 'QC_3', group: 'QC' },
];
const groups = ['Blank', 'QC', 'Control', 'Steatosis'] as const;

/** MS-DIAL 4's alignment export. Source: its tutorial, https://systemsomicslab.github.io/mtbinfo.github.io/MS-DIAL/tutorial */
const annotationColumns = [
  'Alignment ID',
  'Average Rt(min)',
  'Average Mz',
  'Metabolite name',
  'Adduct type',
  'Post curation result',
  'Fill %',
  'MS/MS assigned',
  'Reference RT',
  'Reference m/z',
  'Formula',
  'Ontology',
  'INCHIKEY',
  'SMILES',
  'Annotation tag (VS1.0)',
  'RT matched',
  'm/z matched',
  'MS/MS matched',
  'Comment',
  'Manually modified for quantification',
  'Manually modified for annotation',
  'Isotope tracking parent ID',
  'Isotope tracking weight number',
  'Total score',
  'RT similarity',
  'Dot product',
  'Reverse dot product',
  'Fragment presence %',
  'S/N average',
  'Spectrum reference file name',
  'MS1 isotopic spectrum',
  'MS/MS spectrum',
];

/**
 * Plasma lipids of a simulated study of fatty liver, as MS-DIAL exports an alignment. Its defects are such as creep in by
 * hand: blanks around a name, a no-break space, several words for missing, a blank line. None blocks.
 */
export function makeLipidTable(): string {
  const random = seedRandom(20_260_101);
  const labels = ['Class', 'File type', 'Injection order', 'Batch ID'];
  const statistics = [...groups.map((group) => [group, 'Average']), ...groups.map((group) => [group, 'Stdev'])];
  const metadata = labels.map((label, line) => [
    ...annotationColumns.slice(1).map(() => ''),
    label,
    ...runs.map((run, index) => [run.group, fileType(run), index + 1, 1][line] ?? ''),
    ...statistics.map(([, statistic]) => (label === 'Batch ID' ? (statistic ?? '') : 'NA')),
  ]);
  const header = [...annotationColumns, ...runs.map((run) => run.name), ...statistics.map(([group]) => group ?? '')];

  const species = listLipidSpecies().map((lipid) => ({ ...lipid, known: true }));
  const unknowns = Array.from({ length: 25 }, () => ({
    name: 'Unknown',
    lipidClass: 'null',
    formula: 'null',
    adduct: '[M+H]+' as const,
    mz: 200 + 700 * random.uniform(),
    retentionMinutes: 1 + 11 * random.uniform(),
    known: false,
  }));
  const rows = [...species, ...unknowns]
    .sort((one, other) => one.mz - other.mz)
    .map((lipid, alignmentId) => {
      const level = Math.round(random.logNormal(lipid.known ? 11.5 : 9.5, 1.4));
      const effect = lipid.lipidClass === 'TG' || lipid.lipidClass === 'DG' ? 0.7 : 0.25 * random.normal();
      const heights = runs.map((run) => {
        if (run.group === 'Blank') return random.chance(0.6) ? 0 : Math.round(level * 0.002 * random.uniform());
        const groupEffect = run.group === 'Steatosis' ? effect : run.group === 'QC' ? effect / 2 : 0;
        return Math.round(level * random.logNormal(groupEffect, run.group === 'QC' ? 0.06 : 0.3));
      });
      const filled = heights.filter((height) => height > 0).length / heights.length;
      return [
        alignmentId,
        lipid.retentionMinutes.toFixed(3),
        lipid.mz.toFixed(5),
        lipid.name,
        lipid.adduct,
        'null',
        filled.toFixed(3),
        lipid.known ? 'True' : 'False',
        'null',
        lipid.known ? lipid.mz.toFixed(5) : 'null',
        lipid.formula,
        lipid.lipidClass,
        'null',
        'null',
        lipid.known ? 430 : 999,
        'False',
        lipid.known ? 'True' : 'False',
        lipid.known ? 'True' : 'False',
        '',
        'FALSE',
        'FALSE',
        alignmentId,
        0,
        lipid.known ? (75 + 24 * random.uniform()).toFixed(1) : 'null',
        'null',
        lipid.known ? (60 + 39 * random.uniform()).toFixed(1) : 'null',
        lipid.known ? (60 + 39 * random.uniform()).toFixed(1) : 'null',
        lipid.known ? (40 + 59 * random.uniform()).toFixed(1) : 'null',
        (3 + level / 900).toFixed(2),
        'QC_2',
        `${lipid.mz.toFixed(5)}:${level}`,
        '',
        ...heights,
        ...summarise(heights),
      ];
    });
  return writeTable([...metadata, header, ...spoil(rows)], { delimiter: '\t', lineEnd: '\n' });
}

const fileType = ({ group }: Run): string => (group === 'QC' || group === 'Blank' ? group : 'Sample');

/** MS-DIAL's last columns: mean and standard deviation of each class. */
function summarise(heights: readonly number[]): string[] {
  const ofGroup = groups.map((group) => heights.filter((_, index) => runs[index]?.group === group));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = (values: readonly number[]) => {
    const centre = mean(values);
    const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  };
  return [
    ...ofGroup.map((values) => mean(values).toFixed(2)),
    ...ofGroup.map((values) => deviation(values).toFixed(2)),
  ];
}

/** Puts the defects in, each at a fixed row. */
function spoil(rows: readonly (readonly (string | number)[])[]): (string | number)[][] {
  const spoilt = rows.map((row) => [...row]);
  const nameColumn = annotationColumns.indexOf('Metabolite name');
  const firstSample = annotationColumns.length;
  const change = (row: number, column: number, cell: (old: string | number) => string) => {
    const cells = spoilt[row];
    if (cells?.[column] !== undefined) cells[column] = cell(cells[column]);
  };
  change(17, nameColumn, (name) => `${name} `);
  change(42, nameColumn, (name) => ` ${name}`);
  change(63, nameColumn, (name) => `${name}\u00a0`);
  for (const [row, word] of [
    [8, 'null'],
    [31, 'null'],
    [57, 'N/A'],
    [90, 'n.d.'],
  ] as const)
    change(row, firstSample + 4, () => word);
  spoilt.splice(75, 0, ['']);
  return spoilt;
}
