import type { OmicsType } from '#shared/dataset.ts';
import type { Head } from '../table/head.ts';
import { gridOf } from './grid.ts';
import { findColumn, presentNames } from './headerName.ts';
import type { Reading } from './layout.ts';
import { omicsOfLayout } from './omicsType.ts';
import { plainReading } from './plainReading.ts';
import { plainTableOf } from './plainTable.ts';
import type { ColumnRole } from './profile.ts';

/** The columns by which a tool's table of results is told. */
export interface ComparisonMarks {
  readonly tool: string;
  /** What the tool is made for, where neither ids nor names tell. */
  readonly omicsType: OmicsType | null;
  /** All of these. */
  readonly required: readonly string[];
  /** At least `fewest` of these. */
  readonly further: readonly string[];
  readonly fewest: number;
}

/**
 * Reads a tool's results of a comparison: its own columns are statistics, whatever they are called elsewhere (`AveExpr` is
 * no sample); columns of numbers besides them are the samples that were compared.
 */
export function readComparison(head: Head, marks: ComparisonMarks): Reading | null {
  const grid = gridOf(head);
  const required = presentNames(grid.index, marks.required);
  const further = presentNames(grid.index, marks.further);
  if (required.length < marks.required.length || further.length < marks.fewest) return null;
  const table = plainTableOf(grid);
  const own = [...required, ...further]
    .map((name) => findColumn(grid.index, name))
    .filter((column) => column !== table.key);
  const roles = new Map<number, ColumnRole>(table.roles);
  for (const column of own) roles.set(column, 'statistic');
  const values = table.shape === 'results' ? table.values.filter((column) => !own.includes(column)) : [];
  const evidence = `Because of ${marks.tool}'s columns ${[...required, ...further].join(', ')}`;
  const complete = further.length === marks.further.length;
  const reading = plainReading({ ...table, shape: 'results', roles, values }, complete ? 0.95 : 0.85, evidence);
  if (reading.omicsType !== null || marks.omicsType === null) return reading;
  const { omicsType, omicsEvidence } = omicsOfLayout(marks.omicsType, marks.tool);
  return { ...reading, omicsType, omicsEvidence };
}
