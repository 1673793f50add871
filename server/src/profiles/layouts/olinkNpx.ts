import { namespaceOf } from '../../identifiers/columnNamespace.ts';
import type { Head } from '../../table/head.ts';
import { sampledCells } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout, Reading } from '../layout.ts';
import { readOlinkWide } from '../olinkWide.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole, Identity } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

interface OlinkQuantity extends QuantityPlan {
  /** The column's name. */
  readonly words: string;
  /** Columns that give its limit of detection on the same scale, the better first. */
  readonly limits?: readonly string[];
}

/**
 * What Olink's software reports for an assay in a sample, by rank. NPX is on a log2 scale, counts and concentrations are
 * not; Ct falls as the amount rises.
 */
const quantities: readonly OlinkQuantity[] = [
  { words: 'NPX', name: 'NPX', scale: 'log2', unit: 'NPX', limits: ['LOD', 'PlateLOD', 'MaxLOD'] },
  { words: 'Quantified_value', name: 'Quantified_value', scale: 'linear', limits: ['LLOQ'] },
  { words: 'PCNormalizedNPX', name: 'PCNormalizedNPX', scale: 'log2', unit: 'NPX', limits: ['PCNormalizedLOD'] },
  { words: 'ExtNPX', name: 'ExtNPX', scale: 'log2', unit: 'NPX' },
  { words: 'Count', name: 'Count', kind: 'count', scale: 'linear' },
  { words: 'Ct', name: 'Ct', scale: 'unknown' },
];

/** No other maker's names; counts and Ct are others' too. */
const ofOlink = new Set(['NPX', 'PCNormalizedNPX', 'ExtNPX', 'Quantified_value']);

const marks = [
  'UniProt',
  'Assay',
  'AssayType',
  'Panel',
  'Panel_Version',
  'Panel_Lot_Nr',
  'PlateID',
  'QC_Warning',
  'Assay_Warning',
  'SampleQC',
  'AssayQC',
  'LOD',
  'PlateLOD',
  'MaxLOD',
  'MissingFreq',
  'Normalization',
  'Index',
  'Block',
  'DataAnalysisRefID',
  'PCNormalizedNPX',
];
const fewestMarks = 3;

/** What describes the sample of a row; a warning is one of a sample on a panel, so it stays with the row. */
const ofSamples = ['SampleType', 'Sample_Type', 'PlateID', 'WellID', 'Subject', 'Treatment', 'Site', 'Time', 'Project'];

/**
 * Olink's tables: the wide one of {@link readOlinkWide}, and the long ones, `;` or `,`: a row an assay in a sample. Values below the limit of detection are reported as
 * measured, with the limit beside them; by it they are flagged. One protein may be measured on several panels, under an OlinkID each.
 * Sources: Olink NPX Explore and NPX Map user manuals, "Exported file"; OlinkAnalyze, `read_NPX` (Explore 384 and 3072:
 * `Index`, `MissingFreq`, `QC_Warning`; Explore HT and Reveal: `WellID`, `Count`, `ExtNPX`, `SampleQC`; Target 48 and Flex:
 * `Quantified_value`, `Unit`).
 */
export const olinkNpx: Layout = {
  name: 'olink-npx',
  recognize: (head) => readLong(head) ?? readOlinkWide(head),
};

function readLong(head: Head): Reading | null {
  const grid = gridOf(head);
  const sample = findColumn(grid.index, 'SampleID');
  const assay = assayOf(grid);
  const found = presentNames(grid.index, marks);
  const values = quantities.flatMap((quantity) => {
    const index = findColumn(grid.index, quantity.words);
    if (index < 0) return [];
    const limit = findColumn(grid.index, ...(quantity.limits ?? []));
    const limited = limit < 0 ? {} : { limitColumn: limit };
    return [{ index, quantity: { ...quantity, unit: unitOf(grid, quantity), ...limited } }];
  });
  const named = values.some(({ quantity }) => ofOlink.has(quantity.words));
  if (sample < 0 || assay.length === 0 || !named || found.length < fewestMarks) return null;
  const uniprot = findColumn(grid.index, 'UniProt');
  return makeReading({
    grid,
    confidence: findColumn(grid.index, 'OlinkID') >= 0 && found.length >= 4 ? 0.97 : 0.85,
    evidence: `Because of the columns ${[sample, ...assay].map((at) => grid.names[at]).join(', ')}, ${found.slice(0, 3).join(', ')} and ${values[0]?.quantity.name}.`,
    shape: 'long',
    ...omicsOfLayout('proteomics', 'Olink'),
    rowKey: [...assay, sample],
    moleculeKey: assay,
    roles: rolesOf(grid, sample),
    values,
    quantities: values.map(({ quantity }) => quantity),
    identity: uniprot < 0 ? null : identityOf(grid, uniprot),
  });
}

/** The columns that name an assay: Olink's own id, or where that was left out, the protein on its panel. */
function assayOf(grid: Grid): readonly number[] {
  const id = findColumn(grid.index, 'OlinkID');
  if (id >= 0) return [id];
  const protein = findColumn(grid.index, 'Assay');
  if (protein < 0 || findColumn(grid.index, 'UniProt') < 0) return [];
  return [protein, findColumn(grid.index, 'Panel')].filter((at) => at >= 0);
}

/** Concentrations have their unit in a column; several units in one table are none of the quantity. */
function unitOf(grid: Grid, quantity: QuantityPlan): string | null {
  if (quantity.name !== 'Quantified_value') return quantity.unit ?? null;
  const units = new Set(sampledCells(grid, findColumn(grid.index, 'Unit')).map((unit) => unit.trim()));
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

function rolesOf(grid: Grid, sample: number): ReadonlyMap<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>([[sample, 'sample-name']]);
  for (const name of ofSamples) {
    const at = findColumn(grid.index, name);
    if (at >= 0) roles.set(at, 'metadata');
  }
  return roles;
}

/** An assay of a complex has its accessions joined: `P29460_Q9NPH6`, older `P29460,Q9NPH6`. */
function identityOf(grid: Grid, column: number): Identity {
  const cells = sampledCells(grid, column);
  const groupSeparator = ['_', ',', ';'].find((separator) => cells.some((cell) => cell.includes(separator))) ?? null;
  const namespace = groupSeparator === null ? namespaceOf(cells) : namespaceOf(cells, { groupSeparator });
  return { column, kind: 'protein', namespace, groupSeparator };
}
