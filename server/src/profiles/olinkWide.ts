import type { Head } from '../table/head.ts';
import type { Row } from '../table/row.ts';
import { gridAt } from './grid.ts';
import { indexHeader, plainName } from './headerName.ts';
import { idsOf } from './identity.ts';
import type { Reading } from './layout.ts';
import { omicsOfLayout } from './omicsType.ts';
import type { ColumnRole } from './profile.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from './reading.ts';

/** The lines above the samples, by their first cell. */
const labels = ['Panel', 'Assay', 'Uniprot ID', 'OlinkID'];
const deepestLabel = 12;
/** Lines below the samples (and the unit above them) that say something of each assay. */
const ofAssays =
  /^(?:unit|(?:plate[ _]?|max[ _]?)?lod|lloq|uloq|missing data freq\.?|normalization|assay warning|lowest quantifiable level|plate lql)$/i;

/**
 * The table of NPX Manager and NPX Signature for Target panels, saved as text: a row a sample, above them the lines Panel,
 * Assay, Uniprot ID and OlinkID, below them LOD, Missing Data freq. and Normalization. Null where it is none.
 * Source: Olink NPX Manager user manual, "Export"; OlinkAnalyze, `read_npx_wide`.
 */
export function readOlinkWide(head: Head): Reading | null {
  const top = head.rows.slice(0, deepestLabel);
  const lineOf = (label: string): Row | undefined =>
    top.find(({ cells }) => plainName(cells[0] ?? '') === plainName(label));
  const found = labels.filter((label) => lineOf(label) !== undefined);
  const assays = lineOf('Assay')?.cells ?? [];
  const ids = lineOf('OlinkID');
  if (found.length < 3 || ids === undefined || assays.length < 2) return null;
  const isOfAssay = ({ cells }: Row): boolean => ofAssays.test((cells[0] ?? '').trim());
  const grid = gridAt(head, head.rows.indexOf(ids), { isData: (row) => !isOfAssay(row) });
  const isAssay = (at: number): boolean => /^OID\d+/i.test((ids.cells[at] ?? '').trim());
  const names = grid.names.map((name, at) => {
    if (at === 0) return 'SampleID';
    return isAssay(at) ? name.trim() : (assays[at] ?? '').trim();
  });
  const uniprot = lineOf('Uniprot ID')?.cells ?? [];
  const accessions = names.map((_, at) => (isAssay(at) ? splitIds(uniprot[at] ?? '') : []));
  const quantity = quantityOf(head, head.rows.indexOf(ids));
  // The lines below the samples lie behind the head of a long table, so that they can't be told of here.
  const told = found.flatMap((label) => lineOf(label) ?? []).filter((row) => row !== ids);
  const toldOf = (at: number): Readonly<Record<string, string>> =>
    Object.fromEntries(told.map(({ cells }) => [(cells[0] ?? '').trim(), (cells[at] ?? '').trim()]));
  const values = names.flatMap((feature, index): ValuePlan[] =>
    isAssay(index)
      ? [
          {
            index,
            quantity,
            feature,
            featureId: (accessions[index] ?? []).join(';'),
            featureAnnotations: toldOf(index),
          },
        ]
      : [],
  );
  if (values.length === 0) return null;
  const roles = new Map<number, ColumnRole>(names.map((_, at) => [at, at === 0 ? 'sample-name' : 'metadata']));
  return makeReading({
    grid: { ...grid, names, index: indexHeader(names) },
    confidence: found.length === labels.length ? 0.96 : 0.85,
    evidence: `Because of the lines ${found.join(', ')} above the samples.`,
    shape: 'samples-in-rows',
    ...omicsOfLayout('proteomics', 'Olink'),
    rowKey: [0],
    roles,
    values,
    quantities: [quantity],
    identity: { column: -1, kind: 'protein', namespace: idsOf(accessions.flat()).namespace, groupSeparator: ';' },
    customs: { repeatedSamples: true },
    isMetadataRow: isOfAssay,
  });
}

/** The line above the labels says what was exported; concentrations have a line of units. */
function quantityOf(head: Head, idsAt: number): QuantityPlan {
  const above = head.rows.slice(0, idsAt).map(({ cells }) => cells[0] ?? '');
  if (above.some((cell) => /^quantified/i.test(cell.trim()))) {
    const units = head.rows.slice(idsAt, deepestLabel).find(({ cells }) => /^unit$/i.test((cells[0] ?? '').trim()));
    const told = new Set((units?.cells.slice(1) ?? []).map((cell) => cell.trim()).filter((cell) => cell !== ''));
    return { name: 'Quantified_value', scale: 'linear', unit: told.size === 1 ? ([...told][0] ?? null) : null };
  }
  if (above.some((cell) => /^npx\b/i.test(cell.trim()))) return { name: 'NPX', scale: 'log2', unit: 'NPX' };
  return { name: null, scale: 'unknown' };
}

/** An assay of a complex has its accessions side by side: `P29459,P29460`. */
function splitIds(cell: string): readonly string[] {
  return cell.split(/[\s,;_]+/).filter((id) => id !== '');
}
