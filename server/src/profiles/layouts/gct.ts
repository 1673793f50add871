import type { Head } from '../../table/head.ts';
import { isBlank } from '../../table/head.ts';
import type { Row } from '../../table/row.ts';
import { contentOf, isText, sampledCells } from '../columnContent.ts';
import { isBeyondLogarithms, quantityOfFileName } from '../expressionQuantity.ts';
import { type Grid, gridAt } from '../grid.ts';
import { findColumn, plainName } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { type OmicsVerdict, omicsOfLayout, tellOmicsType } from '../omicsType.ts';
import { makeReading } from '../reading.ts';

/** What the second line of a GCT tells. */
interface Dimensions {
  readonly version: '1.2' | '1.3';
  /** Row of the head that holds the header. */
  readonly headerAt: number;
  /** Columns between the ids and the samples. */
  readonly rowMetadata: number;
  /** Lines between the header and the data, which describe the samples. */
  readonly columnMetadata: number;
  /** Infinite where somebody removed the number. */
  readonly samples: number;
  /** False where the line gives less than all, and the rest follows from the lines below. */
  readonly isWhole: boolean;
}

/** What cmapPy writes for metadata that are missing. */
const missingMetadata = new Set(['', 'na', 'nan', '-666']);

/**
 * The Broad Institute's GCT: a line with the version, a line with the dimensions, then in 1.2 `Name`, `Description` and the
 * samples, in 1.3 ids, metadata of the rows and samples, with lines of metadata of the samples under the header.
 * Sources: GenePattern file formats guide, "GCT" (1.2); Connectopedia, "GCT format" and cmapPy (1.3).
 */
export const gct: Layout = {
  name: 'gct',
  recognize(head) {
    const dimensions = dimensionsOf(head);
    if (dimensions === null) return null;
    const { version, headerAt, columnMetadata, samples, isWhole } = dimensions;
    const grid = gridAt(head, headerAt, { dataAt: headerAt + 1 + columnMetadata });
    const above = head.rows.slice(headerAt + 1, headerAt + 1 + columnMetadata);
    const columns = sampleColumns(grid, firstSample(grid, dimensions, above), samples);
    if (columns.length === 0) return null;
    // GTEx numbers its rows before their names.
    const key = version === '1.2' ? Math.max(0, findColumn(grid.index, 'Name')) : 0;
    const features = sampledCells(grid, key);
    const omics = omicsOf(grid, features, version);
    const quantity = quantityOfFileName(head.name) ?? {
      name: null,
      scale: isBeyondLogarithms(grid, columns) ? 'linear' : 'unknown',
    };
    return makeReading({
      grid,
      confidence: isWhole && isInOrder(grid, dimensions) && columns.length === samples ? 0.98 : 0.88,
      evidence: `Because it begins with #${version} and the number of its rows and samples.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [key],
      values: columns.map((index) => ({ index, quantity, sample: (grid.names[index] ?? '').trim() })),
      quantities: [quantity],
      sampleMetadata: (index) =>
        Object.fromEntries(
          above.flatMap(({ cells }) => {
            const cell = (cells[index] ?? '').trim();
            return isMissing(cell) && !head.valueTokens?.includes(cell)
              ? []
              : [[(cells[0] ?? '').trim(), cell] as const];
          }),
        ),
      identity: identityOf(key, idsOf(features), omics.omicsType, features),
    });
  },
};

function isMissing(cell: string): boolean {
  return missingMetadata.has(cell.trim().toLowerCase());
}

/**
 * Where the samples begin, also where somebody removed a column and left the numbers as they were: metadata of rows have
 * none of the samples' metadata above them, and only one column of 1.2 is called `Description`.
 */
function firstSample(grid: Grid, { version, rowMetadata, samples }: Dimensions, above: readonly Row[]): number {
  const named = grid.names.filter((name) => name.trim() !== '').length;
  if (named >= 1 + rowMetadata + samples) return 1 + rowMetadata;
  if (version === '1.2') return plainName(grid.names[1] ?? '') === 'description' ? 2 : 1;
  const described = grid.names.findIndex((_, at) => at > 0 && above.some(({ cells }) => !isMissing(cells[at] ?? '')));
  return described < 0 ? 1 + rowMetadata : described;
}

/** True where the header has as many names as the second line says; GTEx has numbers of rows besides. */
function isInOrder(grid: Grid, { rowMetadata, samples }: Dimensions): boolean {
  const named = grid.names.filter((name) => name.trim() !== '').length;
  const numbered = plainName(grid.names[0] ?? '') === 'id' && plainName(grid.names[1] ?? '') === 'name';
  return named - (numbered ? 1 : 0) === 1 + rowMetadata + samples;
}

function sampleColumns(grid: Grid, first: number, samples: number): readonly number[] {
  const content = contentOf(grid);
  const measured = grid.names.flatMap((name, index) => {
    const told = content[index];
    return index >= first && name.trim() !== '' && told !== undefined && !isText(told) ? [index] : [];
  });
  return measured.slice(0, samples);
}

function dimensionsOf(head: Head): Dimensions | null {
  const filled = head.rows.slice(0, 10).flatMap(({ cells }, at) => (isBlank(cells) ? [] : [{ cells, at }]));
  const [first, second, third] = filled;
  const version = /^#(1\.[23])$/.exec((first?.cells[0] ?? '').trim())?.[1];
  if (second === undefined || third === undefined) return null;
  const [, samples, rowMetadata, columnMetadata] = second.cells.map(countIn);
  const headerAt = third.at;
  if (version === '1.2') {
    const known = third.cells.some((cell) => ['name', 'description'].includes(plainName(cell)));
    if (samples === undefined && !known) return null;
    const isWhole = samples !== undefined;
    return {
      version,
      headerAt,
      rowMetadata: 1,
      columnMetadata: 0,
      samples: samples ?? Number.POSITIVE_INFINITY,
      isWhole,
    };
  }
  const [rows] = second.cells.map(countIn);
  if (version === undefined || rows === undefined || samples === undefined) return null;
  if (rowMetadata === undefined || columnMetadata === undefined) return cutDimensions(head, headerAt, rows, samples);
  return { version: '1.3', headerAt, rowMetadata, columnMetadata, samples, isWhole: true };
}

/**
 * The dimensions of 1.3 where the second line was cut to the numbers of rows and samples: what the header and the lines
 * under it have more than these are metadata. Rows and columns of metadata cross where nothing can stand, so that the
 * numbers are right where that corner is empty; else, or where the table is too long to count its lines, nothing is told.
 */
function cutDimensions(head: Head, headerAt: number, rows: number, samples: number): Dimensions | null {
  const below = head.rows.slice(headerAt + 1).filter(({ cells }) => !isBlank(cells));
  const named = head.rows[headerAt]?.cells.findLastIndex((name) => name.trim() !== '') ?? -1;
  const rowMetadata = named - samples;
  const columnMetadata = below.length - rows;
  if (!head.complete || rowMetadata < 0 || columnMetadata < 0) return null;
  const corner = below.slice(0, columnMetadata).flatMap(({ cells }) => cells.slice(1, 1 + rowMetadata));
  if (columnMetadata > 0 && (corner.length === 0 || !corner.every(isMissing))) return null;
  return { version: '1.3', headerAt, rowMetadata, columnMetadata, samples, isWhole: false };
}

function countIn(cell: string): number | undefined {
  return /^\d+$/.test(cell.trim()) ? Number(cell) : undefined;
}

/** GCT is made for expression; proteins are written so as well, which their ids or the file's name tell. */
function omicsOf(grid: Grid, features: readonly string[], version: Dimensions['version']): OmicsVerdict {
  const { namespace } = idsOf(features);
  const told = tellOmicsType({
    keyName: '',
    features,
    namespace,
    header: grid.names,
    fileName: grid.head.name,
  });
  if (told.omicsType !== null || version === '1.3') return told;
  return omicsOfLayout('transcriptomics', 'GenePattern');
}
