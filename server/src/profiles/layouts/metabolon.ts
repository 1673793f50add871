import { type Head, isBlank } from '../../table/head.ts';
import type { Row } from '../../table/row.ts';
import { contentOf, isText, sampledCells } from '../columnContent.ts';
import { isBeyondLogarithms } from '../expressionQuantity.ts';
import { type Grid, gridAt, gridOf } from '../grid.ts';
import { findColumn, plainName } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout, Reading } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

const ids = ['CHEM_ID', 'COMP_ID', 'CHEMICAL_ID'];
const names = ['CHEMICAL_NAME', 'BIOCHEMICAL', 'BIOCHEMICAL NAME', 'PLOT_NAME'];
const pathways = ['SUPER_PATHWAY', 'SUB_PATHWAY'];
const annotationNames = new Set(
  [
    ...ids,
    ...names,
    ...pathways,
    'PATHWAY_SORTORDER',
    'LIB_ID',
    'CHRO_LIB_ENTRY_ID',
    'CHRO_LIB_ID',
    'TYPE',
    'PLATFORM',
    'RI',
    'MASS',
    'CAS',
    'PUBCHEM',
    'CHEMSPIDER',
    'KEGG',
    'HMDB',
    'HMDB_ID',
    'Group HMDB',
    'Group HMDB_ID',
    'INCHIKEY',
    'SMILES',
  ].map(plainName),
);
const deepestHeader = 60;
const fewestCompounds = 3;
/** Metabolon's own columns stand first, and there are some twenty. */
const mostAnnotation = 60;
/** Lines of the block above the header that name the samples where the header has their groups, by rank. */
const naming = ['PARENT_SAMPLE_NAME', 'SAMPLE_NAME', 'CLIENT_SAMPLE_ID', 'CLIENT_IDENTIFIER', 'SAMPLE_ID'].map(
  plainName,
);

/**
 * Metabolon's table of compounds (`CHEM_ID`, `COMP_ID`, `SUPER_PATHWAY`, `SUB_PATHWAY`, `CHEMICAL_NAME`, in older ones
 * `BIOCHEMICAL`), above which a block of lines tells of the samples. Compounds called `X-12345` are unknown. Whether areas,
 * values scaled to a median of 1, imputed ones or logarithms are given depends on the sheet, and nothing in it says so.
 * Sources: Metabolon client data table, "Explanation" sheet; maplet reference, `mt_load_metabolon_v1` and `_v2`.
 */
export const metabolon: Layout = {
  name: 'metabolon',
  recognize(head) {
    const at = head.rows.slice(0, deepestHeader).findIndex(({ cells }) => isHeader(cells.slice(0, mostAnnotation)));
    return at < 0 ? samplesDown(gridOf(head)) : compoundsDown(head, at);
  },
};

/** Without samples it is the sheet that annotates the compounds. */
function compoundsDown(head: Head, at: number): Reading {
  const grid = gridAt(head, at);
  const above = head.rows.slice(0, at).filter(({ cells }) => !isBlank(cells));
  const samples = samplesOf(grid, above);
  const key = findColumn(grid.index, ...ids, ...names);
  const name = findColumn(grid.index, ...names);
  const metadata = new Map(samples.map((sample) => [sample.index, sample.metadata]));
  const quantity = quantityOf(
    grid,
    samples.map(({ index }) => index),
  );
  const cells = sampledCells(grid, name);
  const omics = omicsOfLayout('metabolomics', 'Metabolon');
  const told = [...ids, ...names, ...pathways].flatMap((mark) => grid.names[findColumn(grid.index, mark)] ?? []);
  return makeReading({
    grid,
    confidence: told.length >= 4 ? 0.97 : 0.88,
    evidence: `Because of the columns ${told.join(', ')}.`,
    shape: samples.length === 0 ? 'annotation' : 'features-in-rows',
    ...omics,
    rowKey: [key],
    values: samples.map(({ index, name: sample }) => ({ index, quantity, sample })),
    quantities: [quantity],
    sampleMetadata: (index) => metadata.get(index) ?? {},
    identity: identityOf(name < 0 ? key : name, idsOf(cells), omics.omicsType, cells),
  });
}

/** The data sheets of newer deliveries: samples in rows, compounds under nothing but their CHEM_ID. */
function samplesDown(grid: Grid): Reading | null {
  const sample = findColumn(grid.index, 'PARENT_SAMPLE_NAME');
  if (sample < 0) return null;
  const content = contentOf(grid);
  const columns = grid.names.flatMap((name, index) => {
    const told = content[index];
    // R puts an X before a number.
    return /^X?\d+$/.test(name.trim()) && told !== undefined && !isText(told) ? [index] : [];
  });
  if (columns.length < fewestCompounds || columns.length < (grid.names.length - 1) / 2) return null;
  const quantity = quantityOf(grid, columns);
  const measured = new Set(columns);
  const features = columns.map((index) => (grid.names[index] ?? '').trim());
  const omics = omicsOfLayout('metabolomics', 'Metabolon');
  return makeReading({
    grid,
    confidence: 0.92,
    evidence: `Because column ${grid.names[sample]} names samples and ${columns.length} columns are named by a CHEM_ID.`,
    shape: 'samples-in-rows',
    ...omics,
    rowKey: [sample],
    roles: new Map<number, ColumnRole>(
      grid.names.flatMap((_, index) =>
        measured.has(index) ? [] : [[index, index === sample ? 'sample-name' : 'metadata'] as const],
      ),
    ),
    values: columns.map((index) => ({ index, quantity, feature: (grid.names[index] ?? '').trim() })),
    quantities: [quantity],
    identity: identityOf(-1, idsOf([]), omics.omicsType, features),
  });
}

/** A pathway of Metabolon's, the compound's name and its id; one of the three may lack where both pathways are there. */
function isHeader(cells: readonly string[]): boolean {
  const plain = new Set(cells.map(plainName));
  const has = (wanted: readonly string[]): number => wanted.filter((name) => plain.has(plainName(name))).length;
  const found = Math.min(1, has(ids)) + Math.min(1, has(names)) + has(pathways);
  return has(pathways) > 0 && found >= 3;
}

interface Sample {
  readonly index: number;
  readonly name: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Samples are called by their names or their groups in the header, and by the lines above it. */
function samplesOf(grid: Grid, above: readonly Row[]): readonly Sample[] {
  const columns = sampleColumns(grid, above);
  const first = columns[0] ?? 0;
  const nameRow = naming.flatMap((name) => above.filter(({ cells }) => plainName(labelOf(cells, first)) === name))[0];
  const inHeader = columns.map((index) => (grid.names[index] ?? '').trim());
  const distinct = new Set(inHeader).size === inHeader.length && !inHeader.includes('');
  return columns.map((index) => {
    const header = (grid.names[index] ?? '').trim();
    const named = distinct ? '' : (nameRow?.cells[index] ?? '').trim();
    const metadata = metadataOf(above, first, index);
    if (named === '') return { index, name: header, metadata };
    return { index, name: named, metadata: header === '' ? metadata : { Group: header, ...metadata } };
  });
}

/** Measured columns between Metabolon's own, where most stand together: annotation may have been added behind them. */
function sampleColumns(grid: Grid, above: readonly Row[]): readonly number[] {
  const content = contentOf(grid);
  let most: readonly number[] = [];
  let together: number[] = [];
  grid.names.forEach((name, index) => {
    if (annotationNames.has(plainName(name))) together = [];
    const told = content[index];
    const named = name.trim() !== '' || above.some(({ cells }) => (cells[index] ?? '').trim() !== '');
    const measured = named && told !== undefined && !isText(told) && !annotationNames.has(plainName(name));
    if (measured) together.push(index);
    if (together.length > most.length) most = together;
  });
  return most;
}

function quantityOf(grid: Grid, columns: readonly number[]): QuantityPlan {
  return { name: null, scale: isBeyondLogarithms(grid, columns) ? 'linear' : 'unknown' };
}

function labelOf(cells: readonly string[], first: number): string {
  return (cells.slice(0, first).findLast((cell) => cell.trim() !== '') ?? '').trim();
}

function metadataOf(above: readonly Row[], first: number, index: number): Readonly<Record<string, string>> {
  const entries = above.flatMap(({ cells }) => {
    const label = labelOf(cells, first);
    const cell = (cells[index] ?? '').trim();
    return label === '' || cell === '' ? [] : [[label, cell] as const];
  });
  return Object.fromEntries(entries);
}
