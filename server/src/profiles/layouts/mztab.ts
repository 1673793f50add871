import type { Head } from '../../table/head.ts';
import { type Grid, gridAt } from '../grid.ts';
import { findColumn } from '../headerName.ts';
import type { Layout, Reading } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';

/** A section that is read: the marks of its header and its rows, what its abundances are called, and its row key. */
interface Section {
  readonly header: string;
  readonly row: string;
  readonly abundance: string;
  readonly key: readonly string[];
}

const sections: readonly Section[] = [
  { header: 'PRH', row: 'PRT', abundance: 'protein_abundance', key: ['accession'] },
  {
    header: 'PEH',
    row: 'PEP',
    abundance: 'peptide_abundance',
    key: ['sequence', 'modifications', 'charge', 'accession'],
  },
];

/**
 * mzTab 1.0, of proteomics: the first cell of a line says of which section it is. What is read are the proteins (`PRH`,
 * `PRT`), or where these have no abundances, the peptides (`PEH`, `PEP`), and what was measured in the assays; of a summary
 * that has means of study variables only, these. Source: mzTab 1.0 specification (HUPO-PSI); Griss et al. 2014,
 * doi 10.1074/mcp.O113.036681.
 */
export const mztab: Layout = {
  name: 'mztab',
  recognize(head) {
    if (!head.rows.some(({ cells }) => cells[0] === 'MTD' && cells[1] === 'mzTab-version')) return null;
    const readings = sections.flatMap((section) => readSection(head, section) ?? []);
    return readings.find(({ quantities }) => quantities.length > 0) ?? readings[0] ?? null;
  },
};

function readSection(head: Head, section: Section): Reading | null {
  const header = head.rows.findIndex(({ cells }) => cells[0] === section.header);
  if (header < 0) return null;
  const grid = gridAt(head, header, { isData: ({ cells }) => cells[0] === section.row });
  const rowKey = section.key.map((name) => findColumn(grid.index, name)).filter((at) => at >= 0);
  if (rowKey.length === 0) return null;
  const values = valuesOf(grid, section.abundance);
  const ofProteins = section.header === 'PRH';
  return makeReading({
    grid,
    confidence: 0.98,
    evidence: `Because of the lines MTD mzTab-version, ${section.header} and ${section.row}.`,
    shape: values.length === 0 ? 'annotation' : 'features-in-rows',
    ...omicsOfLayout('proteomics', 'mzTab'),
    rowKey,
    roles: summariesOf(grid, section.abundance, values),
    values,
    quantities: values.slice(0, 1).map(({ quantity }) => quantity),
    sampleMetadata: (index) => describedBy(head, values.find((value) => value.index === index)?.sample ?? ''),
    // A peptide is kept at its own level; it is no protein.
    identity: ofProteins ? proteinIdentity(grid, rowKey[0] ?? -1, null) : null,
    isMetadataRow: ({ cells }) => cells[0] !== section.row,
  });
}

function valuesOf(grid: Grid, abundance: string): readonly ValuePlan[] {
  for (const what of ['assay', 'study_variable']) {
    const quantity: QuantityPlan = { name: `${abundance}_${what}` };
    const pattern = new RegExp(`^${abundance}_(${what}\\[\\d+\\])$`);
    const found = grid.names.flatMap((name, index): ValuePlan[] => {
      const sample = pattern.exec(name)?.[1];
      return sample === undefined ? [] : [{ index, quantity, sample }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** Means over study variables beside the assays' own figures, and how these spread. */
function summariesOf(grid: Grid, abundance: string, values: readonly ValuePlan[]): ReadonlyMap<number, ColumnRole> {
  const measured = new Set(values.map(({ index }) => index));
  const summaries = grid.names.flatMap((name, index) =>
    name.startsWith(`${abundance}_`) && !measured.has(index) ? [index] : [],
  );
  return new Map(summaries.map((index) => [index, 'statistic']));
}

/** What the lines `MTD assay[1]-…` say of a sample. */
function describedBy(head: Head, sample: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    head.rows.flatMap(({ cells }) => {
      const [mark, name = '', told = ''] = cells;
      const isOwn = mark === 'MTD' && name.startsWith(`${sample}-`) && told !== '' && told !== 'null';
      return isOwn ? [[name.slice(sample.length + 1), told]] : [];
    }),
  );
}
