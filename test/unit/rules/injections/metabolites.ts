import { writeCell } from '../../../../server/src/table/cells.ts';
import { sampleNames } from './grounds.ts';
import { withName } from './identifiers.ts';
import type { Injection } from './injection.ts';
import { middle, primaryColumns, quietRows, type SoundTable } from './soundTable.ts';
import { changeCells, insertedBefore, rowWith } from './spoil.ts';

const largestLogarithm = 60;

/** Metabolites or lipids whose names stand in rows. */
function namesMolecules({ profile }: SoundTable): boolean {
  const { identity, shape, layout, omicsType } = profile;
  const isOther = identity?.kind === 'gene' || identity?.kind === 'protein' || omicsType === 'transcriptomics';
  return shape === 'features-in-rows' && !isOther && layout !== 'biocrates';
}

/** Defects of what stands for one measurement, and of what blanks hold. */
export const metabolitesInjections: readonly Injection[] = [
  {
    code: 'ambiguous-annotation',
    what: 'two candidates in one cell',
    ground: 'grown',
    fewest: 3,
    inject(table) {
      const { identity } = table.profile;
      if (!namesMolecules(table) || identity === null || identity.column < 0 || identity.namespace !== null)
        return null;
      return withName(table, identity.column, () => 'Glucose | Fructose');
    },
  },
  {
    code: 'ambiguous-annotation',
    what: 'the same measurement under another name',
    ground: 'grown',
    fewest: 2,
    inject(table) {
      const { identity, rowKey, columns } = table.profile;
      const [key] = rowKey;
      const row = middle(quietRows(table));
      const names = columns.map(({ name }) => name.toLowerCase().replace(/[^a-z]/g, ''));
      const hasMass = names.some((name) => /^(?:mz|mzmed|averagemz|rowmz)$/.test(name));
      const hasTime = names.some((name) =>
        /^(?:rt|rtmed|averagertmin|retentiontime(?:min)?|rowretentiontime)$/.test(name),
      );
      if (!namesMolecules(table) || !row || key === undefined || !hasMass || !hasTime) return null;
      const named = identity && identity.column >= 0 ? identity.column : key;
      if ((row.cell(named) ?? '') === '') return null;
      const other = new Map([
        [named, 'Twin 77077'],
        ...rowKey
          .slice(0, 1)
          .map((cell): [number, string] => [cell, /^\d+$/.test(row.cell(cell) ?? '') ? '77077' : 'Twin 77077']),
      ]);
      // It sits at the first row of the measurement, which is the one put in.
      return { ...insertedBefore(table, row, rowWith(table, row, other)), cell: named + 1 };
    },
  },
  {
    code: 'blank-dominates',
    what: 'a feature that the blank has at the level of the samples',
    ground: 'sheeted',
    fewest: 5,
    inject(table) {
      const { profile, sheet } = table;
      const primary = profile.quantities.find((quantity) => quantity.primary);
      const isJudged = profile.omicsType === 'metabolomics' || profile.omicsType === 'lipidomics';
      const isLinear = primary?.kind === 'intensity' && (primary.scale === 'linear' || primary.scale === 'unknown');
      if (profile.shape !== 'features-in-rows' || !isJudged || !isLinear || sheet === null) return null;
      const names = sampleNames(table);
      const blank = names.at(-1) ?? '';
      const columns = primaryColumns(table);
      const cells = columns.filter(({ sample }) => profile.samples[sample ?? -1]?.name.trim() === blank);
      const row = middle(
        quietRows(table).filter((one) => /^[1-9]\d{2,}/.test(one.cell(columns[0]?.index ?? -1) ?? '')),
      );
      if (
        names.length < 4 ||
        !row ||
        cells.length !== 1 ||
        profile.samples.some(({ metadata }) => Object.keys(metadata).length > 0)
      )
        return null;
      const others = columns.filter((column) => !cells.includes(column));
      const most = Math.max(...others.map(({ index }) => Number(row.cell(index)) || 0));
      if (most <= largestLogarithm) return null;
      const { delimiter } = profile.dialect;
      const changes = table.rows.flatMap((one) =>
        cells.map(({ index }) => ({
          row: one,
          cell: index,
          written: one === row ? writeCell(String(most), delimiter) : '',
        })),
      );
      const described = sheet.map(
        (line, at) => `${line},${at === 0 ? 'type' : line.startsWith(`${blank},`) ? 'blank' : 'sample'}`,
      );
      const [key = 0] = profile.rowKey;
      return { text: changeCells(table, changes), sheet: described, line: row.line + 1, cell: key + 1 };
    },
  },
];
