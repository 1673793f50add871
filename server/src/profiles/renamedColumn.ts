import type { IdNamespace } from '#shared/dataset.ts';
import { contentOf, isText, sampledCells } from './columnContent.ts';
import type { Grid } from './grid.ts';
import { idsOf } from './identity.ts';
import { arePeptides } from './moleculeNames.ts';

/** The first column whose cells are ids of a namespace: for a tool's id column that a person renamed. -1 where there is none. */
export function columnOfIds(grid: Grid, namespace: IdNamespace): number {
  return textColumn(grid, (cells) => idsOf(cells).namespace === namespace);
}

/** The first column of amino acid sequences, or -1. */
export function columnOfPeptides(grid: Grid): number {
  return textColumn(grid, arePeptides);
}

function textColumn(grid: Grid, holds: (cells: readonly string[]) => boolean): number {
  return contentOf(grid).findIndex((content, at) => isText(content) && holds(sampledCells(grid, at)));
}
