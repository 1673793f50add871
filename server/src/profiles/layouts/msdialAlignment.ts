import type { Head } from '../../table/head.ts';
import { contentOf, isText, sampledCells } from '../columnContent.ts';
import { type Grid, gridAt } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfMolecules } from '../moleculeNames.ts';
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
    const at = head.rows
      .slice(0, deepestHeader)
      .findIndex((row) => row.cells.some((cell) => plainName(cell) === 'alignmentid'));
    if (at < 0) return null;
    const grid = gridAt(head, at);
    const found = presentNames(grid.index, marks);
    if (!found.includes('Metabolite name') || found.length < fewestMarks) return null;
    const first = firstSample(head, at, grid);
    const values = grid.names.slice(first).flatMap((name, offset) => {
      const index = first + offset;
      return isSampleColumn(head, at, grid, index) ? [{ index, quantity, sample: name.trim() }] : [];
    });
    if (values.length === 0) return null;
    const key = findColumn(grid.index, 'Alignment ID');
    const name = findColumn(grid.index, 'Metabolite name');
    const names = sampledCells(grid, name);
    const omics = omicsOfMolecules(names, 'MS-DIAL');
    return makeReading({
      grid,
      confidence: 0.97,
      evidence: `Because of the columns ${found.slice(0, 4).join(', ')}${labelColumn(head, at) < 0 ? '' : ' and the lines Class, File type above the header'}.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [key],
      values,
      quantities: [quantity],
      sampleMetadata: (index) => metadataOf(head, at, index),
      identity: identityOf(name, idsOf(names), omics.omicsType, names),
      customs: { repeatedSamples: true, missingTokens: ['null'] },
    });
  },
};

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
  const above = head.rows.slice(0, headerAt).map((row) => (row.cells[index] ?? '').trim().toLowerCase());
  if (above.some((cell) => cell === 'average' || cell === 'stdev')) return false;
  const content = contentOf(grid)[index];
  return content !== undefined && !isText(content);
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
