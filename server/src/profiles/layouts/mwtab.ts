import type { Row } from '../../table/row.ts';
import { sampledCells } from '../columnContent.ts';
import { gridAt } from '../grid.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfMolecules } from '../moleculeNames.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

/**
 * mwTab of the Metabolomics Workbench: sections of key and value, then a block of data between `…_DATA_START` and
 * `…_DATA_END` with the samples in its first line and, mostly, their factors in its second. All samples have a line
 * `SUBJECT_SAMPLE_FACTORS` above: subject, sample, factors, and further data as `NAME=value; NAME=value`.
 * Source: mwTab specification 1.6, "Metabolite data"; Powell & Moseley 2021, doi 10.3390/metabo11030163.
 */
export const mwtab: Layout = {
  name: 'mwtab',
  recognize(head) {
    if (!head.rows.slice(0, 3).some((row) => /^#?METABOLOMICS WORKBENCH/.test(row.text))) return null;
    const start = head.rows.findIndex((row) =>
      /^(?:MS_METABOLITE|NMR_METABOLITE|NMR_BINNED)_DATA[_:]START/.test(row.cells[0] ?? ''),
    );
    const header = head.rows[start + 1];
    if (start < 0 || header === undefined) return null;
    const factors = head.rows[start + 2]?.cells[0]?.trim() === 'Factors' ? head.rows[start + 2] : undefined;
    const isOutside = outsideOf(header.line);
    const dataAt = factors === undefined ? start + 2 : start + 3;
    const grid = gridAt(head, start + 1, { dataAt, isData: (row) => !isOutside(row) });
    const unit =
      head.rows
        .slice(0, start)
        .find((row) => /_DATA:UNITS/.test(row.cells[0] ?? ''))
        ?.cells[1]?.trim() ?? '';
    const quantity: QuantityPlan = { name: unit === '' ? null : unit, unit: /\//.test(unit) ? unit : null };
    const features = sampledCells(grid, 0);
    const described = describedSamples(head.rows.slice(0, start));
    const omics = omicsOfMolecules(features, 'A Metabolomics Workbench study');
    return makeReading({
      grid,
      confidence: 0.98,
      evidence: `Because it begins with #METABOLOMICS WORKBENCH and has a block ${head.rows[start]?.cells[0]?.trim()}.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [0],
      values: grid.names
        .slice(1)
        .flatMap((name, at) => (name.trim() === '' ? [] : [{ index: at + 1, quantity, sample: name.trim() }])),
      quantities: [quantity],
      sampleMetadata: (index) => ({
        ...described.get((grid.names[index] ?? '').trim()),
        ...readFactors(factors?.cells[index] ?? ''),
      }),
      customs: {
        designFactors: namesOfFactors([...(factors?.cells ?? []), ...factorCells(head.rows.slice(0, start))]),
      },
      identity: identityOf(0, idsOf(features), omics.omicsType, features),
      isMetadataRow: isOutside,
    });
  },
};

/**
 * Tells the lines behind the block. Its end may lie beyond the head, so it is found as lines are asked about, from the
 * first to the last; where it stands is a property of the file, so that further passes may ask again.
 */
function outsideOf(headerLine: number): (row: Row) => boolean {
  let endLine = Number.POSITIVE_INFINITY;
  return (row) => {
    const first = row.cells[0] ?? '';
    if (row.line > headerLine && row.line < endLine && (/_DATA[_:]END/.test(first) || first.startsWith('#')))
      endLine = row.line;
    return row.line >= endLine;
  };
}

function namesOfFactors(cells: readonly string[]): readonly string[] {
  return [...new Set(cells.flatMap((cell) => Object.keys(readFactors(cell))))];
}

/** What the lines `SUBJECT_SAMPLE_FACTORS` give as factors. */
function factorCells(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ cells }) => (cells[0]?.trim() === 'SUBJECT_SAMPLE_FACTORS' ? [cells[3]?.trim() ?? ''] : []));
}

/** What the lines `SUBJECT_SAMPLE_FACTORS` say of each sample; `-` is no subject. */
function describedSamples(rows: readonly Row[]): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(
    rows.flatMap(({ cells }) => {
      const [section = '', subject = '', sample = '', factors = '', further = ''] = cells.map((cell) => cell.trim());
      if (section !== 'SUBJECT_SAMPLE_FACTORS' || sample === '') return [];
      const named = subject === '' || subject === '-' ? {} : { Subject: subject };
      return [[sample, { ...named, ...readPairs(further, ';', '='), ...readFactors(factors) }] as const];
    }),
  );
}

/** `Tissue:liver | Diet:high fat`; a malformed factor is left out. */
function readFactors(cell: string): Readonly<Record<string, string>> {
  return readPairs(cell, '|', ':');
}

function readPairs(cell: string, between: string, within: string): Readonly<Record<string, string>> {
  const entries = cell.split(between).flatMap((part) => {
    const at = part.indexOf(within);
    const name = part.slice(0, Math.max(0, at)).trim();
    const value = part.slice(at + 1).trim();
    return name === '' || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}
