import type { Row } from '../../table/row.ts';
import { type ColumnContent, contentOf, isText } from '../columnContent.ts';
import { type Grid, gridAt } from '../grid.ts';
import { findColumn, plainName } from '../headerName.ts';
import { hintOf } from '../headerWords.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { lipidShare } from '../lipidNames.ts';
import { type OmicsVerdict, omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';

/** Names that only the kits give: `PC aa C36:4` (two acyl chains), `PC ae …`, `lysoPC a …`. */
const kitName = /^(?:lyso ?PC a|PC a[ae])[ ._]C\d{1,2}[:._]\d{1,2}$/i;
const spaced = (name: string): string => name.trim().replace(/[ ._]+(?=[a-z])/gi, ' ');
/** The first analytes of every kit are acylcarnitines: `C0`, `C2`, `C3-DC (C4-OH)`. */
const carnitine = /^C\d{1,2}(?:$|[ :._-])/;
const fewestNames = 3;
/** So many columns of MetIDQ are enough without one. */
const fewestOwn = 6;
/** MetIDQ's columns stand first. */
const mostOwn = 60;

/** MetIDQ's columns of a sample. */
const metidq = [
  'Plate Bar Code',
  'Sample Bar Code',
  'Sample Type',
  'Sample Identification',
  'Customer Sample Identification',
  'Submission Name',
  'Collection Date',
  'Sample Description',
  'Species',
  'Material',
  'Well Position',
  'Sample Volume',
  'Run Number',
  'Injection Number',
  'Measurement Time',
  'OP',
  'Org. Info',
  'Plate Production No.',
  'Plate Note',
];
const metidqNames = new Set(metidq.map(plainName));
/** The columns that name a sample, the person's own name first. */
const sampleNames = [
  'Sample Identification',
  'Customer Sample Identification',
  'Sample ID',
  'Sample Name',
  'Sample Bar Code',
];
/** What MetIDQ writes instead of a concentration that could not be had; `< LOD` and its like are told for every layout. */
const missingTokens = [
  'No Intercept',
  'Missing Measurement',
  'Missing',
  'Incomplete',
  'Invalid',
  'ND in DB',
  'ISTD Out of Range',
  'STD/QC < Limit',
  'STD/QC > Limit',
  'Blank Out of Range',
  'Smaller Zero',
];
const deepestHeader = 12;

/**
 * A table of a Biocrates kit as MetIDQ exports it: a row a sample, a column an analyte under the kit's name. Lines with the
 * class and the limits (`LOD`, `LLOQ`, `ULOQ`) of each analyte may stand between the header and the samples.
 * Sources: Biocrates MetIDQ user manual, "Data export"; MetaQuaC's importer (Kuhring et al. 2020, doi
 * 10.1021/acs.analchem.0c00136); the analytes of the AbsoluteIDQ p180 and MxP Quant 500 kits.
 */
export const biocrates: Layout = {
  name: 'biocrates',
  recognize(head) {
    const at = head.rows.slice(0, deepestHeader).findIndex(({ cells }) => isHeader(cells));
    if (at < 0) return null;
    const header = head.rows[at]?.cells ?? [];
    const kitAt = firstKitName(header);
    const isLimit = limitRow(kitAt);
    const grid = gridAt(head, at, { isData: (row) => !isLimit(row) });
    const content = contentOf(grid);
    const first = firstAnalyte(grid);
    const quantity = quantityOf(head.rows.slice(0, at + 20));
    const limitsOf = limitReader(head.rows.slice(at + 1).filter(isLimit), kitAt);
    const values = grid.names.flatMap((name, index) => {
      const told = content[index];
      const analyte = index >= first && told !== undefined && isAnalyte(name, told);
      return analyte ? [{ index, quantity, feature: name.trim(), ...limitsOf(index) }] : [];
    });
    const key = sampleColumn(grid, first);
    if (values.length === 0 || key < 0) return null;
    const roles = new Map<number, ColumnRole>();
    const measured = new Set(values.map(({ index }) => index));
    grid.names.forEach((_, index) => {
      if (!measured.has(index)) roles.set(index, index === key ? 'sample-name' : 'metadata');
    });
    const features = values.map(({ feature }) => feature);
    const kit = grid.names.filter(isKitName).length;
    const own = metidq.filter((name) => findColumn(grid.index, name) >= 0);
    const omics = omicsOf(features);
    return makeReading({
      grid,
      confidence: kit < fewestNames ? 0.85 : own.length >= 2 ? 0.96 : kit >= 10 ? 0.92 : 0.85,
      evidence:
        kit > 0
          ? `Because ${kit} ${kit === 1 ? 'column has a name' : 'columns have names'} of a Biocrates kit, as ${grid.names.find(isKitName)}${own.length > 0 ? `, and because of the columns ${own.slice(0, 2).join(', ')}` : ''}.`
          : `Because of MetIDQ's columns ${own.slice(0, 4).join(', ')}.`,
      shape: 'samples-in-rows',
      ...omics,
      rowKey: [key],
      roles,
      values,
      quantities: [quantity],
      identity: identityOf(-1, idsOf(features), omics.omicsType, features),
      customs: { repeatedSamples: true, missingTokens },
      isMetadataRow: isLimit,
    });
  },
};

/** The kits measure lipids among amino acids, amines and sugars; a table cut down to the lipids is one of lipids. */
function omicsOf(features: readonly string[]): OmicsVerdict {
  return omicsOfLayout(lipidShare(features) >= 0.9 ? 'lipidomics' : 'metabolomics', 'MetIDQ');
}

function isKitName(name: string): boolean {
  return /pc/i.test(name) && kitName.test(spaced(name));
}

/**
 * Some names of the kit, or any beside columns of MetIDQ: parts of a kit have few of them, and the kits that name lipids as
 * LIPID MAPS does have none, so that many columns of MetIDQ suffice.
 */
function isHeader(cells: readonly string[]): boolean {
  const kit = cells.filter(isKitName).length;
  const own = cells.slice(0, mostOwn).filter((cell) => metidqNames.has(plainName(cell))).length;
  return kit >= fewestNames || (kit > 0 && own >= 2) || (own >= fewestOwn && own < cells.length);
}

/** The first name that only the kits give; where there is none, what follows the columns of MetIDQ. */
function firstKitName(header: readonly string[]): number {
  const kit = header.findIndex(isKitName);
  return kit >= 0 ? kit : header.findLastIndex((name) => metidqNames.has(plainName(name))) + 1;
}

/** Tells lines that say something of the analytes: their class or a limit, named in a column before them. */
function limitRow(before: number): (row: Row) => boolean {
  return ({ cells }) => cells.slice(0, before).some((cell) => /^\s*(?:class\s*$|(?:LOD|LLOD|LLOQ|ULOQ)\b)/i.test(cell));
}

/** Reads what the lines of limits give for a column; a limit that several lines give, one a plate, is no one limit. */
function limitReader(lines: readonly Row[], before: number): (index: number) => Pick<ValuePlan, 'limits'> {
  const kindOf = (line: Row): string | undefined =>
    line.cells
      .slice(0, before)
      .flatMap((cell) => /^\s*(LL?OD|LLOQ|ULOQ)\b/i.exec(cell)?.[1]?.toLowerCase() ?? [])
      .at(0)
      ?.replace('llod', 'lod');
  const byKind = Map.groupBy(lines, kindOf);
  const kinds = (['lod', 'lloq', 'uloq'] as const).filter((kind) => byKind.get(kind)?.length === 1);
  return (index) => {
    const given = kinds.map((kind) => [kind, byKind.get(kind)?.[0]?.cells[index]?.trim() ?? ''] as const);
    const filled = given.filter(([, limit]) => limit !== '');
    return filled.length === 0 ? {} : { limits: Object.fromEntries(filled) };
  };
}

/** The first acylcarnitine, else the first number behind everything that describes the sample. */
function firstAnalyte(grid: Grid): number {
  const kit = firstKitName(grid.names);
  const carnitines = grid.names.findIndex((name) => carnitine.test(name.trim()));
  if (carnitines >= 0 && carnitines < kit) return carnitines;
  const content = contentOf(grid);
  for (let at = kit - 1; at >= 0; at--) {
    const told = content[at];
    if (told === undefined || isText(told) || describesSample(grid.names[at] ?? '')) return at + 1;
  }
  return kit;
}

function describesSample(name: string): boolean {
  const hint = hintOf(name);
  return name.trim() === '' || metidqNames.has(plainName(name)) || (hint !== null && hint !== 'feature');
}

/** A column in which only words stand is no analyte, unless the kit names it so (nothing could be quantified). */
function isAnalyte(name: string, told: ColumnContent): boolean {
  return !describesSample(name) && (!isText(told) || told.numbers > 0 || isKitName(name));
}

/** The column that names every row, best each row another; with none of MetIDQ's, the first column. */
function sampleColumn(grid: Grid, first: number): number {
  const content = contentOf(grid);
  const named = sampleNames.map((name) => findColumn(grid.index, name)).filter((at) => at >= 0);
  const complete = named.filter((at) => content[at] !== undefined && content[at].filled === content[at].cells);
  const distinct = complete.find((at) => content[at]?.distinct === content[at]?.cells);
  return distinct ?? complete[0] ?? named[0] ?? (first > 0 ? 0 : -1);
}

/** The unit stands in the line above the header or in the label of the limits: `LOD (calc.) 1013/1 [µM]`. */
function quantityOf(rows: readonly Row[]): QuantityPlan {
  const shown = rows.flatMap(({ cells }) => cells.slice(0, 40));
  const unit = shown.map((cell) => /\[\s*([µμu]M|nM|pmol\/[^\]]+|[nµμu]g\/m[lL])\s*\]/.exec(cell)?.[1]).find(Boolean);
  const concentration = unit !== undefined || shown.some((cell) => /concentration/i.test(cell));
  return {
    name: concentration ? 'Concentration' : null,
    unit: unit ?? null,
    scale: unit === undefined ? 'unknown' : 'linear',
  };
}
