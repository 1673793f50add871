import type { OmicsType } from '#shared/dataset.ts';
import type { Head } from '../table/head.ts';
import { type Grid, gridOf } from './grid.ts';
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
  /** One name of each of these. */
  readonly required: readonly (readonly string[])[];
  /** At least `fewest` of these and of `rarer`. */
  readonly further: readonly string[];
  readonly fewest: number;
  /** Statistics that the tool gives for some comparisons only. */
  readonly rarer?: readonly string[];
  /** Tells statistics whose names hold a name of the person's: a contrast's, a group's. */
  readonly isContrast?: (name: string, index: number, grid: Grid) => boolean;
}

/**
 * Reads a tool's results of a comparison: its own columns are statistics, whatever they are called elsewhere (`AveExpr` is
 * no sample); columns of numbers besides them are the samples that were compared.
 */
export function readComparison(head: Head, marks: ComparisonMarks): Reading | null {
  const grid = gridOf(head);
  const required = marks.required.flatMap((names) => presentNames(grid.index, names).slice(0, 1));
  const further = presentNames(grid.index, marks.further);
  const rarer = presentNames(grid.index, marks.rarer ?? []);
  if (required.length < marks.required.length || further.length + rarer.length < marks.fewest) return null;
  // A comparison has a row a feature, whatever the names of the compared samples look like.
  const table = plainTableOf({ ...grid, head: { ...head, orientation: head.orientation ?? 'features-in-rows' } });
  const contrasts = grid.names.flatMap((name, index) =>
    marks.isContrast?.(name, index, grid) === true ? [index] : [],
  );
  const own = [...required, ...further, ...rarer]
    .map((name) => findColumn(grid.index, name))
    .concat(contrasts)
    .filter((column) => column !== table.key);
  const roles = new Map<number, ColumnRole>(table.roles);
  for (const column of own) roles.set(column, 'statistic');
  const values = table.values.filter((column) => !own.includes(column));
  const evidence = `Because of ${marks.tool}'s columns ${[...required, ...further, ...rarer].join(', ')}`;
  const complete = further.length === marks.further.length;
  const reading = plainReading({ ...table, shape: 'results', roles, values }, complete ? 0.95 : 0.85, evidence);
  if (reading.omicsType !== null || marks.omicsType === null) return reading;
  const { omicsType, omicsEvidence } = omicsOfLayout(marks.omicsType, marks.tool);
  return { ...reading, omicsType, omicsEvidence };
}
