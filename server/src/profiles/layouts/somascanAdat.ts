import type { Head } from '../../table/head.ts';
import { sampledCells } from '../columnContent.ts';
import { type Grid, gridAt } from '../grid.ts';
import { findColumn, indexHeader } from '../headerName.ts';
import { idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';

/** Analytes that are looked at to tell whether values are logarithms. */
const mostAnalytes = 200;
/** Columns that name the sample; a calibrator or buffer has one name on every plate. */
const sampleNames = ['SampleId', 'SampleName', 'ExtIdentifier', 'Barcode', 'SampleUniqueId'];

/**
 * SomaLogic's ADAT: `!Checksum`, then the sections `^HEADER`, `^COL_DATA`, `^ROW_DATA` and `^TABLE_BEGIN`. The table begins
 * with a line for each property of the analytes (SeqId, Target, UniProt, Units …), indented by the samples' columns; then
 * come the names of these and a row a sample. Several SeqIds may measure one protein.
 * Source: SomaLogic, "ADAT File Format" (SomaLogic-Data, README; SomaDataIO, `parseHeader`).
 */
export const somascanAdat: Layout = {
  name: 'somascan-adat',
  recognize(head) {
    const table = tableOf(head);
    const seqIds = table?.analytes.get('SeqId');
    if (table === null || seqIds === undefined) return null;
    const { grid, indent } = table;
    const samplesAt = sampleNames.map((name) => findColumn(grid.index, name)).filter((at) => at >= 0 && at < indent);
    // The first of them that names every sample.
    const sample = samplesAt.find((at) => sampledCells(grid, at).length === grid.sample.length) ?? samplesAt[0];
    if (sample === undefined) return null;
    const unit = table.analytes.get('Units')?.find((cell) => cell !== '') ?? 'RFU';
    const uniprot = table.analytes.get('UniProt') ?? [];
    const ids = idsOf(uniprot.flatMap((cell) => splitIds(cell)));
    const quantity: QuantityPlan = { name: unit, unit, scale: isLogged(grid, indent) ? 'unknown' : 'linear' };
    const values = seqIds.flatMap((feature, index): ValuePlan[] => {
      if (feature === '') return [];
      const featureId = splitIds(uniprot[index] ?? '').join(';');
      return [{ index, quantity, feature, featureId, featureAnnotations: annotationsOf(table.analytes, index) }];
    });
    if (values.length === 0) return null;
    return makeReading({
      grid,
      confidence: 0.99,
      evidence: 'Because of the line ^TABLE_BEGIN and the line SeqId under it.',
      shape: 'samples-in-rows',
      ...omicsOfLayout('proteomics', 'SomaScan'),
      rowKey: [sample],
      roles: rolesOf(indent, sample),
      values,
      quantities: [quantity],
      identity: { column: -1, kind: 'protein', namespace: ids.namespace, groupSeparator: ';' },
      customs: { repeatedSamples: true },
    });
  },
};

/** The table of an ADAT: `indent` columns of the samples, one of the names of properties, then the analytes. */
interface AdatTable {
  readonly grid: Grid;
  readonly indent: number;
  /** The cells of each property's line, by column. */
  readonly analytes: ReadonlyMap<string, readonly string[]>;
}

function tableOf(head: Head): AdatTable | null {
  if (!/^(?:!Checksum|\^HEADER)/.test(head.rows[0]?.text.replace(/^"/, '') ?? '')) return null;
  const begin = head.rows.findIndex(({ cells }) => cells[0]?.trim() === '^TABLE_BEGIN');
  const indent = head.rows[begin + 1]?.cells.findIndex((cell) => cell.trim() !== '') ?? -1;
  if (begin < 0 || indent < 1) return null;
  const below = head.rows.slice(begin + 1);
  const lines = below.findIndex(({ cells }) => (cells[0] ?? '').trim() !== '');
  if (lines < 1) return null;
  const analytes = new Map(
    below.slice(0, lines).flatMap(({ cells }) => {
      const property = (cells[indent] ?? '').trim();
      if (property === '') return [];
      return [[property, cells.map((cell, at) => (at > indent ? cell.trim() : ''))] as const];
    }),
  );
  const grid = gridAt(head, begin + 1 + lines, { isData: () => true });
  const seqIds = analytes.get('SeqId') ?? [];
  const width = Math.max(seqIds.length, grid.names.length);
  // The line of names ends with the samples' columns; analytes are named by their SeqId.
  const names = Array.from({ length: width }, (_, at) =>
    at < indent ? (grid.names[at] ?? '') : at === indent ? '' : (seqIds[at] ?? ''),
  );
  return { grid: { ...grid, names, index: indexHeader(names) }, indent, analytes };
}

/** What the lines say of an analyte besides its SeqId, which names it. */
function annotationsOf(analytes: AdatTable['analytes'], column: number): NonNullable<ValuePlan['featureAnnotations']> {
  return Object.fromEntries(
    [...analytes].flatMap(([property, cells]) => (property === 'SeqId' ? [] : [[property, cells[column] ?? '']])),
  );
}

/** What stands before the analytes describes the samples; the column of the properties' names is empty in their rows. */
function rolesOf(indent: number, sample: number): ReadonlyMap<number, ColumnRole> {
  const roles = Array.from({ length: indent }, (_, at): [number, ColumnRole] => [
    at,
    at === sample ? 'sample-name' : 'metadata',
  ]);
  return new Map(roles);
}

/** Analytes of several proteins have their accessions side by side: `P01234 Q56789`, newer `P01234|Q56789`. */
function splitIds(cell: string): readonly string[] {
  return cell.split(/[\s,|;]+/).filter((id) => id !== '');
}

/** Fluorescence is reported from some ten to some hundred thousand units; nothing as small as its logarithm is. */
function isLogged(grid: Grid, indent: number): boolean {
  const numbers = grid.sample.flatMap(({ cells }) =>
    cells
      .slice(indent + 1, indent + 1 + mostAnalytes)
      .map(Number)
      .filter((value) => value > 0),
  );
  return numbers.length > 0 && numbers.every((value) => value < 25);
}
