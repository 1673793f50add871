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

const unnamed: QuantityPlan = { name: null, scale: 'linear' };

/**
 * MS-DIAL's alignment result. The four lines above the header tell class, file type, injection order and batch of each
 * sample; where the last of them says `Average` or `Stdev`, the columns sum up a class. Heights, areas and normalised
 * values are written alike, and a sample that has no peak has a 0. Supplements have lines of their own there, among them the
 * unit of each column.
 * Source: MS-DIAL tutorial, "Alignment result export"; Tsugawa et al. 2020, doi 10.1038/s41587-020-0531-2.
 */
export const msdialAlignment: Layout = {
  name: 'msdial-alignment',
  recognize(head) {
    const at = head.rows.slice(0, deepestHeader).findIndex(({ cells }) => isHeader(cells));
    if (at < 0) return null;
    const grid = gridAt(head, at);
    const found = presentNames(grid.index, marks);
    const label = labelColumn(head, at, grid);
    const first = label >= 0 ? label + 1 : lastOwn(grid) + 1;
    const quantities = quantitiesOf(head, at, label);
    const roles = new Map<number, ColumnRole>(
      grid.names.flatMap((_, index) => (isSummary(head, at, index) ? [[index, 'statistic'] as const] : [])),
    );
    const values = grid.names.slice(first).flatMap((name, offset) => {
      const index = first + offset;
      const quantity = quantities.get(unitOf(head, at, label, index)) ?? unnamed;
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
      evidence: `Because of the columns ${found.slice(0, 4).join(', ')}${label < 0 ? '' : ` and the lines ${labelsOf(head, at, label).slice(0, 2).join(', ')} above the header`}.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [key],
      roles,
      values,
      quantities: [...quantities.values()],
      sampleMetadata: (index) => metadataOf(head, at, label, index),
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

/**
 * The column of the words Class, File type … above the header, or -1. People put lines of their own in their place, whose
 * names stand over the last of MS-DIAL's columns too, with nothing before them.
 */
function labelColumn(head: Head, headerAt: number, grid: Grid): number {
  const above = head.rows.slice(0, headerAt);
  for (const row of above) {
    const column = row.cells.findIndex((cell) => /^(?:class|file type|injection order|batch id)$/i.test(cell.trim()));
    if (column >= 0) return column;
  }
  const last = lastOwn(grid);
  const labelled = above.filter(({ cells }) => cells.findIndex((cell) => cell.trim() !== '') === last);
  return labelled.length >= 2 ? last : -1;
}

function lastOwn(grid: Grid): number {
  return grid.names.findLastIndex((name) => marks.some((mark) => plainName(mark) === plainName(name)));
}

function labelsOf(head: Head, headerAt: number, label: number): readonly string[] {
  return head.rows.slice(0, headerAt).flatMap(({ cells }) => (cells[label] ?? '').trim() || []);
}

/** What a line `Unit` above the header says of a column, as supplements have it over blocks of the same samples. */
function unitOf(head: Head, headerAt: number, label: number, index: number): string {
  const line = head.rows.slice(0, headerAt).find(({ cells }) => isUnit(cells[label] ?? ''));
  return (line?.cells[index] ?? '').trim();
}

function isUnit(name: string): boolean {
  return /^\s*units?\s*$/i.test(name);
}

/** One quantity for each of the units, in their order; one without a name where no line tells them. */
function quantitiesOf(head: Head, headerAt: number, label: number): ReadonlyMap<string, QuantityPlan> {
  const width = head.rows[headerAt]?.cells.length ?? 0;
  const columns = Array.from({ length: Math.max(0, width - label - 1) }, (_, at) => label + 1 + at);
  const units = new Set(columns.map((index) => unitOf(head, headerAt, label, index)).filter((unit) => unit !== ''));
  if (units.size === 0) return new Map([['', unnamed]]);
  return new Map(
    [...units].map((unit) => [unit, { name: unit, unit: unit.includes('/') ? unit : null, scale: 'linear' }] as const),
  );
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

function metadataOf(head: Head, headerAt: number, label: number, index: number): Readonly<Record<string, string>> {
  if (label < 0) return {};
  const entries = head.rows.slice(0, headerAt).flatMap((row) => {
    const name = (row.cells[label] ?? '').trim();
    const cell = (row.cells[index] ?? '').trim();
    return name === '' || cell === '' || isUnit(name) ? [] : [[name, cell] as const];
  });
  return Object.fromEntries(entries);
}
