import type { Head } from '../../table/head.ts';
import { contentOf, isText, sampledCells } from '../columnContent.ts';
import { type Grid, gridAt } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfMolecules } from '../moleculeNames.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

const marks = [
  'Alignment ID',
  'Metabolite name',
  'Average Rt(min)',
  'Average Mz',
  'Quant mass',
  'Adduct type',
  'Post curation result',
  'Fill %',
  'Reference RT',
  'Ontology',
  'INCHIKEY',
  'Total score',
  'Dot product',
  'Spectrum reference file name',
  'MS1 isotopic spectrum',
  'MS/MS spectrum',
  'EI spectrum',
];
const fewestMarks = 5;
/** The header stands on line 5; a spreadsheet may have lost or added lines above it. */
const deepestHeader = 12;
/** MS-DIAL's own columns stand first, and there are some forty. */
const mostOwn = 80;

const quantity: QuantityPlan = { name: null, scale: 'linear' };

/**
 * MS-DIAL's alignment result. The four lines above the header tell class, file type, injection order and batch of each
 * sample; where the last of them says `Average` or `Stdev`, the columns sum up a class. Heights, areas and normalised
 * values are written alike, and a sample that has no peak has a 0.
 * Source: MS-DIAL tutorial, "Alignment result export"; Tsugawa et al. 2020, doi 10.1038/s41587-020-0531-2.
 */
export const msdialAlignment: Layout = {
  name: 'msdial-alignment',
  recognize(head) {
    const at = head.rows.slice(0, deepestHeader).findIndex(({ cells }) => isHeader(cells));
    if (at < 0) return null;
    const grid = gridAt(head, at);
    const found = presentNames(grid.index, marks);
    const first = firstSample(head, at, grid);
    const roles = new Map<number, ColumnRole>(
      grid.names.flatMap((_, index) => (isSummary(head, at, index) ? [[index, 'statistic'] as const] : [])),
    );
    const values = grid.names.slice(first).flatMap((name, offset) => {
      const index = first + offset;
      return isSampleColumn(head, at, grid, index) ? [{ index, quantity, sample: name.trim() }] : [];
    });
    if (values.length === 0) return null;
    const id = findColumn(grid.index, 'Alignment ID');
    const name = findColumn(grid.index, 'Metabolite name');
    const key = id >= 0 ? id : isRenamedId(grid) ? 0 : name;
    const names = name < 0 ? [] : sampledCells(grid, name);
    const omics = omicsOfMolecules(names, 'MS-DIAL');
    return makeReading({
      grid,
      confidence: id >= 0 && name >= 0 ? 0.97 : 0.88,
      evidence: `Because of the columns ${found.slice(0, 4).join(', ')}${labelColumn(head, at) < 0 ? '' : ' and the lines Class, File type above the header'}.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [key],
      roles,
      values,
      quantities: [quantity],
      sampleMetadata: (index) => metadataOf(head, at, index),
      identity: name < 0 ? null : identityOf(name, idsOf(names), omics.omicsType, names),
      customs: { repeatedSamples: true, missingTokens: ['null'] },
    });
  },
};

/** MS-DIAL's names, its id or the metabolite's among them: either may have been called otherwise. */
function isHeader(cells: readonly string[]): boolean {
  const plain = new Set(cells.slice(0, mostOwn).map(plainName));
  const found = marks.filter((mark) => plain.has(plainName(mark)));
  return found.length >= fewestMarks && (found.includes('Alignment ID') || found.includes('Metabolite name'));
}

/** True where the first column tells all rows apart by whole numbers, as the alignment's ids do. */
function isRenamedId(grid: Grid): boolean {
  const told = contentOf(grid)[0];
  return told !== undefined && told.whole === told.cells && told.distinct === told.cells;
}

/** The column of the words Class, File type … above the header, or -1. */
function labelColumn(head: Head, headerAt: number): number {
  for (const row of head.rows.slice(0, headerAt)) {
    const column = row.cells.findIndex((cell) => /^(?:class|file type|injection order|batch id)$/i.test(cell.trim()));
    if (column >= 0) return column;
  }
  return -1;
}

/** Samples follow the words above the header; without those, the last of MS-DIAL's own columns. */
function firstSample(head: Head, headerAt: number, grid: Grid): number {
  const label = labelColumn(head, headerAt);
  if (label >= 0) return label + 1;
  const last = grid.names.findLastIndex((name) => marks.some((mark) => plainName(mark) === plainName(name)));
  return last + 1;
}

function isSampleColumn(head: Head, headerAt: number, grid: Grid, index: number): boolean {
  if ((grid.names[index] ?? '').trim() === '') return false;
  if (isSummary(head, headerAt, index)) return false;
  const content = contentOf(grid)[index];
  return content !== undefined && !isText(content);
}

/** True for a column that sums up a class, as a line above it says. */
function isSummary(head: Head, headerAt: number, index: number): boolean {
  return head.rows.slice(0, headerAt).some(({ cells }) => /^\s*(?:average|stdev)\s*$/i.test(cells[index] ?? ''));
}

function metadataOf(head: Head, headerAt: number, index: number): Readonly<Record<string, string>> {
  const label = labelColumn(head, headerAt);
  if (label < 0) return {};
  const entries = head.rows.slice(0, headerAt).flatMap((row) => {
    const name = (row.cells[label] ?? '').trim();
    const cell = (row.cells[index] ?? '').trim();
    return name === '' || cell === '' ? [] : [[name, cell] as const];
  });
  return Object.fromEntries(entries);
}
