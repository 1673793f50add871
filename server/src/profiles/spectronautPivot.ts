import type { Head } from '../table/head.ts';
import { contentOf, isText } from './columnContent.ts';
import { type Grid, gridOf } from './grid.ts';
import { findColumn } from './headerName.ts';
import type { Reading } from './layout.ts';
import { omicsOfLayout } from './omicsType.ts';
import { proteinIdentity } from './proteinIdentity.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from './reading.ts';
import { columnOfIds } from './renamedColumn.ts';

/**
 * `[3] run_3.raw.PG.Quantity`, and what R makes of it, `X.3..run_3.raw.PG.Quantity`: the run's number, the run (the long
 * report's `R.FileName`, which has no ending) and the figure.
 */
const pivoted =
  /^(?:\[\d+\]\s*|X\.\d+\.\.)?(\S.*?)(?:\.(?:raw|d|wiff2?|htrms|mzml|dia))?\.((?:PG|PEP|PTM|EG|FG)\.[A-Za-z0-9]+)(?:[ .]\(?Settings[).]?)?$/i;

/** The figures that are stored, by rank; others of a run (q-values, flags) stay annotation. */
const figures: readonly (readonly [RegExp, QuantityPlan['kind']?])[] = [
  [/^PG\.Quantity$/i],
  [/^PG\.\w*Quantity$/i],
  [/^PG\.IBAQ$/i],
  [/^PTM\.\w*Quantity$/i],
  [/^PEP\.\w*Quantity$/i],
  [/^EG\.\w*Quantity$/i],
  [/^FG\.\w*Quantity$/i],
  [/^PG\.NrOf\w+Identified$/i, 'count'],
  [/^PG\.RunEvidenceCount$/i, 'count'],
];

const proteinNames = ['PG.ProteinGroups', 'PG.ProteinAccessions', 'PG.UniProtIds'];
/** What tells the rows of reports below the protein apart, the finer first. */
const precursorNames = ['EG.PrecursorId', 'FG.Id'];
const peptideNames = [
  'PTM.CollapseKey',
  'EG.ModifiedSequence',
  'EG.ModifiedPeptide',
  'PEP.GroupingKey',
  'PEP.StrippedSequence',
];
const fewestColumns = 2;

/**
 * Spectronaut's pivot report: a row a protein group (or a peptide or precursor), a column a run and figure. Null where it
 * is none. Sources: Spectronaut manual, "Pivot report"; heads of published pivot reports, as
 * `[1] 20250913_…_R1.raw.PG.Quantity`.
 */
export function readSpectronautPivot(head: Head): Reading | null {
  const grid = gridOf(head);
  const values = valuesOf(grid);
  const quantities = rankedQuantities(values);
  const own = grid.names.filter((name) => /^(?:PG|PEP|PTM|EG|FG)\./i.test(name.trim()));
  if (values.length === 0 || own.length + values.length < fewestColumns) return null;
  const named = findColumn(grid.index, ...proteinNames);
  const protein = named < 0 && own.length > 0 ? columnOfIds(grid, 'uniprot') : named;
  const finer = finerKey(grid);
  if (protein < 0 && finer.length === 0) return null;
  const rowKey = finer.length > 0 ? finer : [protein];
  const variation = findColumn(grid.index, 'PG.CV');
  return makeReading({
    grid,
    confidence: named >= 0 && values.length >= fewestColumns ? 0.95 : 0.85,
    evidence: `Because of the columns ${[...new Set([...rowKey.map((at) => grid.names[at]), ...own.slice(0, 3)])].join(', ')} and those that end with ${quantities[0]?.name}.`,
    shape: 'features-in-rows',
    ...omicsOfLayout('proteomics', 'Spectronaut'),
    rowKey,
    roles: variation < 0 ? new Map() : new Map([[variation, 'statistic']]),
    values,
    quantities,
    // A peptide is kept at its own level; it is no protein.
    identity: finer.length > 0 ? null : proteinIdentity(grid, protein, ';'),
  });
}

function valuesOf(grid: Grid): readonly ValuePlan[] {
  const plans = new Map<string, QuantityPlan>();
  const content = contentOf(grid);
  return grid.names.flatMap((name, index): ValuePlan[] => {
    const [, sample, figure] = pivoted.exec(name.trim()) ?? [];
    if (sample === undefined || figure === undefined) return [];
    const known = figures.find(([pattern]) => pattern.test(figure));
    // Of a group of proteins iBAQ gives one number each, `12.1;8.4`.
    if (known === undefined || (content[index] !== undefined && isText(content[index]))) return [];
    const plan = plans.get(figure) ?? {
      name: figure,
      scale: /log2/i.test(figure) ? 'log2' : 'linear',
      ...(known[1] ? { kind: known[1] } : {}),
    };
    plans.set(figure, plan);
    return [{ index, quantity: plan, sample }];
  });
}

function rankedQuantities(values: readonly ValuePlan[]): readonly QuantityPlan[] {
  const found = [...new Set(values.map(({ quantity }) => quantity))];
  const rankOf = ({ name }: QuantityPlan): number => figures.findIndex(([pattern]) => pattern.test(name ?? ''));
  return found.sort((one, other) => rankOf(one) - rankOf(other));
}

function finerKey(grid: Grid): readonly number[] {
  const precursor = findColumn(grid.index, ...precursorNames);
  if (precursor >= 0) return [precursor];
  const peptide = findColumn(grid.index, ...peptideNames);
  if (peptide < 0) return [];
  return [peptide, findColumn(grid.index, 'FG.Charge')].filter((at) => at >= 0);
}
