import type { Head } from '../../table/head.ts';
import { contentOf, isText } from '../columnContent.ts';
import { type Grid, gridAt } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';

/** The groups of columns, by rank; a peak is measured in every run, so that a 0 is a value. */
const quantities: readonly QuantityPlan[] = [
  { name: 'Normalised abundance', scale: 'linear' },
  { name: 'Raw abundance', scale: 'linear' },
  { name: 'Spectral counts', kind: 'count', scale: 'linear' },
];
const groupName = /^\s*(?:(normali[sz]ed abundance)|(raw abundance)|(spectral counts?))\s*$/i;

const marks = [
  'Compound',
  'Compound ID',
  'Neutral mass (Da)',
  'm/z',
  'Charge',
  'Retention time (min)',
  'Chromatographic peak width (min)',
  'Identifications',
  'Isotope Distribution',
  'Maximum Abundance',
  'Minimum CV%',
  'Accession',
  'Peptide count',
  'Unique peptides',
  'Confidence score',
  'Anova (p)',
  'q Value',
  'Max fold change',
  'Highest Mean',
  'Highest mean condition',
  'Lowest Mean',
  'Lowest mean condition',
  'Power',
  'Mass',
  'Description',
  'Sequence',
  'Accepted Compound ID',
  'Accepted Description',
  'Adducts',
  'Formula',
  'Score',
  'Fragmentation Score',
  'Mass Error (ppm)',
  'Isotope Similarity',
  'Retention Time Error (mins)',
  'Compound Link',
];
const known = new Set(marks.map(plainName));
const statistics = ['Anova (p)', 'q Value', 'Max fold change', 'Power', 'Minimum CV%', 'Maximum Abundance'];
const deepestHeader = 8;
const fewestMarks = 3;

/**
 * Progenesis QI's export: over the header a line of groups (`Normalised abundance`, `Raw abundance`, each over the first of
 * its columns) and a line of conditions; the same samples stand in every group. A compound's id is its mass at its time,
 * so that it is linked to nothing.
 * Sources: Progenesis QI user guide, "Export compound measurements"; QI for proteomics, "Export protein measurements"; GNPS
 * documentation, "FBMN with Progenesis QI".
 */
export const progenesis: Layout = {
  name: 'progenesis',
  recognize(head) {
    const groupsAt = head.rows
      .slice(0, deepestHeader)
      .findIndex(({ cells }) => cells.some((cell) => groupName.test(cell)));
    const at = groupsAt < 0 ? -1 : headerBelow(head, groupsAt);
    if (at < 0) return null;
    const grid = gridAt(head, at);
    const found = presentNames(grid.index, marks);
    const values = valuesOf(grid, head.rows[groupsAt]?.cells ?? []);
    if (values.length === 0) return null;
    const proteins = findColumn(grid.index, 'Accession');
    // Peptide ions are numbered, and repeat the protein's accession.
    const numbered = (grid.names[0] ?? '').trim() === '#';
    const key = numbered ? 0 : findColumn(grid.index, 'Compound', 'Compound ID', 'Accession');
    const ofProteins = proteins >= 0 && key === proteins;
    const conditions = at - groupsAt > 1 ? (head.rows[at - 1]?.cells ?? []) : [];
    return makeReading({
      grid,
      confidence: found.length > fewestMarks && key >= 0 ? 0.96 : 0.85,
      evidence: `Because ${head.rows[groupsAt]?.cells.find((cell) => groupName.test(cell))?.trim()} stands over the samples and because of the columns ${found.slice(0, 3).join(', ')}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout(proteins >= 0 ? 'proteomics' : 'metabolomics', 'Progenesis QI'),
      rowKey: key < 0 ? [] : [key],
      roles: new Map<number, ColumnRole>(
        statistics.map((name) => [findColumn(grid.index, name), 'statistic'] as const),
      ),
      values,
      quantities,
      sampleMetadata: (index) => conditionOf(conditions, values, index),
      identity: ofProteins ? proteinIdentity(grid, key, ';') : null,
    });
  },
};

/** The header is the first line under the groups that has Progenesis' own names; a line of conditions may stand between. */
function headerBelow(head: Head, groupsAt: number): number {
  for (let at = groupsAt + 1; at <= groupsAt + 2; at++) {
    const cells = head.rows[at]?.cells ?? [];
    if (cells.filter((cell) => known.has(plainName(cell))).length >= fewestMarks) return at;
  }
  return -1;
}

/**
 * The columns of each group. A group ends where the next begins; behind the last one more annotation may stand, so that it
 * has no more columns than the group before it.
 */
function valuesOf(grid: Grid, groups: readonly string[]): readonly ValuePlan[] {
  const content = contentOf(grid);
  const starts = groups.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ cell, column }]));
  let longest = Number.POSITIVE_INFINITY;
  return starts.flatMap(({ cell, column }, place) => {
    const quantity = quantityOf(cell);
    if (quantity === undefined) return [];
    const end = Math.min(starts[place + 1]?.column ?? grid.names.length, column + longest);
    const columns = grid.names.slice(column, end).flatMap((name, offset) => {
      const told = content[column + offset];
      const measured = told !== undefined && !isText(told) && name.trim() !== '' && !known.has(plainName(name));
      return measured ? [{ index: column + offset, quantity, sample: name.trim() }] : [];
    });
    longest = Math.min(longest, columns.length);
    return columns;
  });
}

function quantityOf(cell: string): QuantityPlan | undefined {
  const [, normalised, raw, counts] = groupName.exec(cell) ?? [];
  if (normalised !== undefined) return quantities[0];
  if (raw !== undefined) return quantities[1];
  return counts === undefined ? undefined : quantities[2];
}

/** A condition stands over the first of its runs; none reaches over the beginning of a group. */
function conditionOf(
  conditions: readonly string[],
  values: readonly ValuePlan[],
  index: number,
): Readonly<Record<string, string>> {
  const { quantity } = values.find((value) => value.index === index) ?? {};
  for (let at = index; values.some((value) => value.index === at && value.quantity === quantity); at--) {
    const condition = (conditions[at] ?? '').trim();
    if (condition !== '') return { Condition: condition };
  }
  return {};
}
