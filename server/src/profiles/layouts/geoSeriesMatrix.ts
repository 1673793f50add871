import type { OmicsType, Scale } from '#shared/dataset.ts';
import type { Head } from '../../table/head.ts';
import type { Row } from '../../table/row.ts';
import { contentOf, isText, sampledCells } from '../columnContent.ts';
import { isBeyondLogarithms } from '../expressionQuantity.ts';
import { type Grid, gridAt } from '../grid.ts';
import { indexHeader, plainName } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { type OmicsVerdict, tellOmicsType } from '../omicsType.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

/** Attributes of the submission, which say nothing of a sample. */
const clerical =
  /^(?:contact_|status$|submission_date$|last_update_date$|relation$|supplementary_file|data_row_count$|.*_protocol(?:_ch\d)?$|data_processing$)/;

/** What is measured, by `!Sample_molecule_ch1`. */
const molecules: readonly (readonly [RegExp, OmicsType])[] = [
  [/\brna\b/i, 'transcriptomics'],
  [/^protein$/i, 'proteomics'],
];

/**
 * NCBI GEO's series matrix: lines `!Series_…` of the study and `!Sample_…` of the samples (a cell a sample), then a table
 * between `!series_matrix_table_begin` and `…_end` whose header begins with `ID_REF`. Its values are what the submitter
 * gave, mostly logarithms.
 * Source: NCBI GEO, "SOFT format" (attributes of samples) and the files of ftp.ncbi.nlm.nih.gov/geo/series.
 */
export const geoSeriesMatrix: Layout = {
  name: 'geo-series-matrix',
  recognize(head) {
    const table = tableWithin(head) ?? tableBeyond(head);
    if (table === null) return null;
    const { grid, attributes, isOutside, evidence } = table;
    const content = contentOf(grid);
    // Where somebody removed the ids the first column is a sample's.
    const key = /^GSM\d+$/i.test((grid.names[0] ?? '').trim()) ? -1 : 0;
    const named = plainName(grid.names[key] ?? '') === 'idref';
    const columns = grid.names.flatMap((name, index) => {
      const told = content[index];
      return index > key && name.trim() !== '' && told !== undefined && !isText(told) ? [index] : [];
    });
    if (columns.length === 0) return null;
    const quantity: QuantityPlan = { name: null, scale: scaleOf(grid, columns, attributes) };
    const features = sampledCells(grid, key);
    const omics = omicsOf(grid, features, attributes);
    return makeReading({
      grid,
      confidence: named ? 0.98 : 0.88,
      evidence,
      shape: 'features-in-rows',
      ...omics,
      rowKey: key < 0 ? [] : [key],
      values: columns.map((index) => ({ index, quantity, sample: (grid.names[index] ?? '').trim() })),
      quantities: [quantity],
      sampleMetadata: (index) => metadataOf(attributes, columnOfSample(attributes, grid, index)),
      identity: key < 0 ? null : identityOf(key, idsOf(features), omics.omicsType, features),
      isMetadataRow: isOutside,
    });
  },
};

interface SeriesTable {
  readonly grid: Grid;
  /** The lines `!Sample_…`. */
  readonly attributes: readonly Row[];
  readonly isOutside: (row: Row) => boolean;
  readonly evidence: string;
}

function tableWithin(head: Head): SeriesTable | null {
  const begin = head.rows.findIndex((row) => firstCell(row) === '!series_matrix_table_begin');
  if (begin < 0 || head.rows[begin + 1] === undefined) return null;
  return {
    grid: gridAt(head, begin + 1, { isData: (row) => !isAttribute(row) }),
    attributes: head.rows.slice(0, begin).filter(isOfSamples),
    isOutside: isAttribute,
    evidence: 'Because of the line !series_matrix_table_begin.',
  };
}

/**
 * With a thousand samples their attributes fill the head. The accessions then serve as header, as the table's own has the
 * same, and all lines up to the table's are passed over.
 */
function tableBeyond(head: Head): SeriesTable | null {
  if (head.complete || !head.rows.some((row) => firstCell(row).startsWith('!Series_'))) return null;
  const at = head.rows.findIndex((row) => firstCell(row) === '!Sample_geo_accession');
  if (at < 0) return null;
  const grid = gridAt(head, at, { isData: () => false });
  const names = ['ID_REF', ...grid.names.slice(1)];
  return {
    grid: { ...grid, names, index: indexHeader(names) },
    attributes: head.rows.filter(isOfSamples),
    isOutside: (row) => isAttribute(row) || plainName(firstCell(row)) === 'idref',
    evidence: 'Because of the lines !Series_ and !Sample_; the table itself begins beyond the head that was looked at.',
  };
}

function firstCell(row: Row): string {
  return (row.cell(0) ?? '').trim();
}

function isAttribute(row: Row): boolean {
  return firstCell(row).startsWith('!');
}

function isOfSamples(row: Row): boolean {
  return /^!Sample_/i.test(firstCell(row));
}

function cellsOf(attributes: readonly Row[], name: string): readonly string[] {
  return attributes.find(({ cells }) => cells[0]?.toLowerCase() === `!sample_${name}`)?.cells ?? [];
}

/** Attributes and table have the samples in one order; where somebody moved columns the accession tells which is which. */
function columnOfSample(attributes: readonly Row[], grid: Grid, index: number): number {
  const at = cellsOf(attributes, 'geo_accession').indexOf(grid.names[index] ?? '', 1);
  return at < 0 ? index : at;
}

/** `characteristics_ch1` stands on several lines, each cell with its own name: `tissue: liver`. */
function metadataOf(attributes: readonly Row[], column: number): Readonly<Record<string, string>> {
  const entries = attributes.flatMap(({ cells }) => {
    const name = (cells[0] ?? '').slice('!Sample_'.length).trim();
    const cell = (cells[column] ?? '').trim();
    if (cell === '' || clerical.test(name)) return [];
    const named = /^characteristics/i.test(name) ? /^([^:]{1,80}):\s*(.+)$/.exec(cell) : null;
    return [[named?.[1]?.trim() ?? name, named?.[2]?.trim() ?? cell] as const];
  });
  return Object.fromEntries(entries);
}

/** A logarithm only where the submitter says so and no number contradicts. */
function scaleOf(grid: Grid, columns: readonly number[], attributes: readonly Row[]): Scale {
  if (isBeyondLogarithms(grid, columns)) return 'linear';
  const processing = cellsOf(attributes, 'data_processing').join(' ');
  if (/\blog[\s_-]?\(?2\b|\bRMA\b/i.test(processing)) return 'log2';
  return /\blog[\s_-]?\(?10\b/i.test(processing) ? 'log10' : 'unknown';
}

function omicsOf(grid: Grid, features: readonly string[], attributes: readonly Row[]): OmicsVerdict {
  const [molecule = ''] = cellsOf(attributes, 'molecule_ch1').slice(1);
  const told = molecules.find(([pattern]) => pattern.test(molecule));
  if (told !== undefined) {
    return { omicsType: told[1], certainty: 0.95, omicsEvidence: `GEO says that ${molecule} was measured.` };
  }
  const { namespace } = idsOf(features);
  return tellOmicsType({ keyName: '', features, namespace, header: [], fileName: grid.head.name });
}
