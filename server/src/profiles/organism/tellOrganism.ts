import { isContaminantOrDecoy } from '../../identifiers/knownIds.ts';
import type { Head } from '../../table/head.ts';
import type { Row } from '../../table/row.ts';
import { plainName } from '../headerName.ts';
import type { Reading } from '../layout.ts';
import type { Column } from '../profile.ts';
import { conclude } from './conclusion.ts';
import { headerLines } from './headerLines.ts';
import type { Organism } from './organism.ts';
import { fieldReader, hearSamples } from './organismField.ts';
import {
  type MarkReader,
  membersOf,
  readEnsemblIds,
  readEntryNames,
  readFastaEntries,
  readFastaFields,
} from './organismMarks.ts';
import { hear, type Testimony } from './testimony.ts';

/** How many cells of a head are looked at. */
const mostCells = 60_000;

/**
 * Tells the organism of a table from its head, or null where nothing names one. Only what is made to name it counts: a
 * column or field of organisms or taxa, FASTA headers, UniProt's entry names, Ensembl's ids; the case of gene symbols does
 * not. Rows of contaminants and decoys stay out. Where several organisms stand, or two places disagree, none is decided.
 */
export function tellOrganism(head: Head, reading: Reading): Organism | null {
  return conclude([...hearFields(head, reading), ...hearIds(head, reading)]);
}

/** What columns, lines above the table and samples say that are there for it. */
function hearFields(head: Head, reading: Reading): readonly Testimony[] {
  const rows = ownRows(head, reading);
  const unit = describesSamples(reading) ? 'samples' : 'rows';
  const fields = reading.columns.flatMap((column) => {
    const read = fieldReader(column.name);
    return read ? (hear(cellsOf(rows, column), read, { subject: `Cells of ${columnText(column)}`, unit }) ?? []) : [];
  });
  const samples = hearSamples(
    reading.samples.map(({ metadata }) => metadata),
    "The samples' fields",
  );
  const lines = headerLines(head, reading).flatMap(({ name, cells, read }) => {
    return hear(cells, read, { subject: `Lines ${name}`, unit: 'samples' }) ?? [];
  });
  return [...fields, ...samples, ...lines];
}

/** What ids say that name the organism besides: the most telling first. */
function hearIds(head: Head, reading: Reading): readonly Testimony[] {
  if (reading.shape === 'sample-sheet') return [];
  const named = reading.columns.flatMap(({ feature, featureId }) =>
    feature === undefined ? [] : [featureId ?? feature],
  );
  const rows = ownRows(head, reading);
  const columns = reading.columns.filter((column) => mayNameFeature(column, reading));
  return idReaders.flatMap(({ what, read }) => {
    const inColumns = columns.flatMap((column) => {
      return hear(cellsOf(rows, column), read, { subject: `${what} in ${columnText(column)}`, unit: 'rows' }) ?? [];
    });
    const inHeader = hear(named, read, { subject: `${what} in the header`, unit: 'columns' });
    return inHeader ? [...inColumns, inHeader] : inColumns;
  });
}

const idReaders: readonly { readonly what: string; readonly read: MarkReader }[] = [
  { what: 'FASTA headers', read: readFastaFields },
  { what: 'FASTA headers', read: readFastaEntries },
  { what: 'Entry names', read: readEntryNames },
  { what: 'Ensembl ids', read: readEnsemblIds },
];

/** Orthologs are of another organism than the table's. */
function mayNameFeature({ role, name }: Column, { shape }: Reading): boolean {
  const described = role === 'key' || (role === 'annotation' && shape !== 'samples-in-rows');
  return described && !/ortholog|homolog|paralog/i.test(name);
}

function describesSamples({ shape }: Reading): boolean {
  return shape === 'samples-in-rows' || shape === 'sample-sheet';
}

/** The data rows of the head that name features of the samples: no contaminants and decoys, no spikes, no summaries. */
function ownRows(head: Head, reading: Reading): readonly Row[] {
  const { columns, identity, rowKey, dataLine, customs, isMetadataRow } = reading;
  const flags = columns.filter(({ name }) => foreignFlag.test(plainName(name))).map(({ index }) => index);
  const keys = new Set([
    ...rowKey,
    ...reading.moleculeKey,
    ...(identity && identity.column >= 0 ? [identity.column] : []),
  ]);
  const most = Math.max(50, Math.floor(mostCells / Math.max(1, columns.length)));
  const data = head.rows.filter((row) => row.line >= dataLine && !isMetadataRow?.(row));
  const step = Math.max(1, data.length / most);
  const looked = Array.from({ length: Math.min(most, data.length) }, (_, at) => data[Math.floor(at * step)] as Row);
  return looked.filter((row) => {
    if (flags.some((index) => /^(?:\+|true|1|yes)$/i.test(row.cell(index) ?? ''))) return false;
    if (customs.summaryRow?.test(row.cell(rowKey[0] ?? -1) ?? '')) return false;
    return ![...keys].some((index) => isForeign((row.cell(index) ?? '').trim()));
  });
}

/** MaxQuant's `Potential contaminant` and `Reverse`, Proteome Discoverer's `Contaminant`, Spectronaut's `EG.IsDecoy`. */
const foreignFlag = /^(?:potentialcontaminant|contaminant|reverse|(?:eg)?isdecoy|decoy|(?:pg)?iscontaminant)$/;

/**
 * ERCC's spikes and HTSeq-count's special counters (`__no_feature`) are of no organism.
 * Sources: Jiang et al. 2011, doi 10.1101/gr.121095.111; HTSeq's documentation, "htseq-count".
 */
function isForeign(cell: string): boolean {
  if (/^(?:ERCC-\d{5}$|__[a-z])/.test(cell)) return true;
  return isContaminantOrDecoy(cell) && membersOf(cell).length === 0;
}

function* cellsOf(rows: readonly Row[], { index }: Column): Generator<string> {
  for (const row of rows) yield row.cell(index) ?? '';
}

const columnText = ({ name, index }: Column): string => (name.trim() === '' ? `column ${index + 1}` : `column ${name}`);
