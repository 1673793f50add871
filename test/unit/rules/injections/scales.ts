import { writeCell } from '../../../../server/src/table/cells.ts';
import type { Injection } from './injection.ts';
import { numbersOf, type SampleCells, sampleCells, samplesWith, withSample } from './samplesStructure.ts';
import { headerPlace, primaryColumns, type SoundTable } from './soundTable.ts';
import { changeCells } from './spoil.ts';

const fewestNumbers = 20;

/** Samples with many numbers, none of which is below zero and some of which no logarithm reaches. */
function linearSamples(table: SoundTable) {
  const samples = samplesWith(sampleCells(table), fewestNumbers);
  return samples.every((sample) => {
    const numbers = numbersOf(sample).filter((number) => !Number.isNaN(number));
    return numbers.every((number) => number >= 0) && Math.max(...numbers) > 1000;
  })
    ? samples
    : [];
}

function logarithm(base: number) {
  return (content: string): string => {
    const number = Number(content);
    return content === '' || !(number > 0) ? content : (Math.log(number) / Math.log(base)).toFixed(4);
  };
}

/** The last sample that has about the levels of the others; one of another level might be a dilution or another unit. */
function typicalSample(samples: readonly SampleCells[]): SampleCells | undefined {
  const levels = samplesWith(samples, fewestNumbers).map((sample) => ({ sample, levels: levelsOf(sample) }));
  const typical = shares.map((_, at) => quantileOf(levels.map((one) => one.levels[at] ?? 0).sort(byNumber), 0.5));
  return levels.findLast(
    (one) =>
      one.levels.every((level, at) => Math.abs(Math.log(level / (typical[at] ?? 1))) < Math.log(2.5)) &&
      (one.levels[1] ?? 0) > 2 * (one.levels[0] ?? 0),
  )?.sample;
}

const shares = [0.25, 0.95];
const byNumber = (one: number, other: number): number => one - other;
const quantileOf = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;

function levelsOf(sample: SampleCells): readonly number[] {
  const positive = numbersOf(sample).filter((number) => number > 0);
  return shares.map((share) => quantileOf(positive.sort(byNumber), share));
}

/** Defects of the scale on which whole samples are. */
export const scalesInjections: readonly Injection[] = [
  ...[2, 10, Math.E].map(
    (base): Injection => ({
      code: 'mixed-scale',
      what: `the logarithms to base ${base.toFixed(0)} of one sample's values`,
      ground: 'grown',
      fewest: 15,
      inject(table) {
        const samples = linearSamples(table);
        return samples.length < 3 ? null : withSample(table, typicalSample, logarithm(base));
      },
    }),
  ),
  {
    code: 'scale-unknown',
    what: 'numbers that may be logarithms or not',
    ground: 'grown',
    fewest: 3,
    inject(table) {
      const { profile, findings, rows } = table;
      const [first] = primaryColumns(table);
      const scale = profile.quantities.find(({ primary }) => primary)?.scale;
      if (scale !== 'unknown' || !first || findings.some((finding) => finding.includes('scale-unknown'))) return null;
      const place = headerPlace(table, first);
      if (place === null || profile.shape === 'long') return null;
      const changes = rows.flatMap((row, at) =>
        primaryColumns(table).map(({ index }) => ({
          row,
          cell: index,
          written: writeCell((1.13 + ((at * 7 + index * 3) % 41) * 0.57).toFixed(2), profile.dialect.delimiter),
        })),
      );
      return { text: changeCells(table, changes), ...place };
    },
  },
  {
    code: 'tpm-sum',
    what: 'values of every sample that sum to a million',
    ground: 'grown',
    fewest: 5,
    inject(table) {
      const { profile } = table;
      const { omicsType, shape, quantities } = profile;
      const primary = quantities.find((quantity) => quantity.primary);
      const isUntold = primary?.scale === 'linear' || primary?.scale === 'unknown';
      if (omicsType !== 'transcriptomics' || shape === 'results' || !isUntold) return null;
      if (/tpm|cpm|per.?million/i.test(primary?.name ?? '')) return null;
      const samples = sampleCells(table);
      const changes = samples.flatMap((sample) => {
        const numbers = numbersOf(sample);
        const sum = numbers.reduce((total, number) => total + (Number.isNaN(number) ? 0 : number), 0);
        return sample.cells.map((cell, at) => ({ ...cell, written: (((numbers[at] ?? 0) / sum) * 1e6).toFixed(4) }));
      });
      return changes.length === 0 ? null : { text: changeCells(table, changes), line: 1, cell: 1 };
    },
  },
  {
    code: 'imputed-suspected',
    what: 'one small number for the missing values of a sample',
    ground: 'grown',
    fewest: 20,
    inject(table) {
      const { omicsType, quantities, dialect } = table.profile;
      const primary = quantities.find((quantity) => quantity.primary);
      if (omicsType === null || omicsType === 'transcriptomics' || primary?.kind === 'count') return null;
      const sample = samplesWith(sampleCells(table), fewestNumbers + 8).at(-1);
      if (sample === undefined) return null;
      const numbers = numbersOf(sample).filter((number) => !Number.isNaN(number) && number !== 0);
      // Beside zeros no other number is the smallest.
      if (numbersOf(sample).includes(0) && !primary?.zeroIsMissing) return null;
      const filled = writeCell(String(Math.min(...numbers) - Math.abs(Math.min(...numbers)) / 2), dialect.delimiter);
      const filling = sample.cells.filter((_, at) => at % 7 === 3).slice(0, 8);
      const [first] = filling;
      if (first === undefined || filling.length < 6) return null;
      return {
        text: changeCells(
          table,
          filling.map((cell) => ({ ...cell, written: filled })),
        ),
        line: first.row.line + 1,
        cell: first.cell + 1,
      };
    },
  },
];
