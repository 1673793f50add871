import { contentOf, isText, sampledCells } from './columnContent.ts';
import { areGenes } from './geneNames.ts';
import type { Grid } from './grid.ts';
import { hintOf } from './headerWords.ts';
import { idsOf } from './identity.ts';
import { lipidShare } from './lipidNames.ts';

/** Words that name a run in the laboratory, as parts of a sample's name. */
const runWord =
  /(?:^|[^a-z])(?:qc|pool|blank|blk|sample|smp|ctrl|control|treated|wt|ko|rep|replicate|patient|nist|std|plasma|serum|urine|liver)(?:[^a-z]|$)/i;

/**
 * Tells whether the rows of a plain matrix are samples: answers because of what, or null where they are features (which
 * is the commoner way, so that a draw is answered so). Names weigh most: what the key column is called, whether its
 * cells or the header's names have the form of features; the proportions of the table weigh least.
 */
export function samplesInRows(grid: Grid, key: number, measurable: readonly number[]): string | null {
  // Lines that label the columns' samples settle it.
  if (measurable.length === 0 || grid.labelRows.length > 0) return null;
  const names = measurable.map((column) => grid.names[column] ?? '').filter((name) => hintOf(name) === null);
  const cells = sampledCells(grid, key);
  const reasons: string[] = [];
  let score = 0;
  const weigh = (weight: number, reason: string): void => {
    score += weight;
    if (weight > 0) reasons.push(reason);
  };

  const hint = hintOf(grid.names[key] ?? '');
  if (hint === 'sample') weigh(3, `column ${grid.names[key]} names samples`);
  if (hint === 'feature') weigh(-3, '');
  if (areFeatures(names)) weigh(3, 'the header names features');
  if (areFeatures(cells)) weigh(-3, '');
  if (groupBehind(grid, key) >= 0) weigh(1, `column ${grid.names[groupBehind(grid, key)]} groups them`);
  if (share(names, runWord) >= 0.3) weigh(-2, '');
  if (share(cells, runWord) >= 0.3) weigh(2, 'the rows are named like runs');
  if (isNumberedAlike(names)) weigh(-1, '');
  if (isNumberedAlike(cells)) weigh(1, 'the rows are numbered like samples');
  if (grid.head.complete && measurable.length > grid.rows.length * 10) weigh(1, 'there are far more columns than rows');
  if (grid.rows.length > measurable.length * 20) weigh(-1, '');
  return score > 0 ? reasons.join(', ') : null;
}

function areFeatures(names: readonly string[]): boolean {
  const shown = names.slice(0, 300);
  return lipidShare(shown) >= 0.5 || idsOf(shown).namespace !== null || areGenes(shown);
}

/** True where names are one or two words with numbers behind them: `S1`, `S2`, `S3`. */
function isNumberedAlike(names: readonly string[]): boolean {
  const numbered = names.filter((name) => /^[A-Za-z][A-Za-z _.-]*\d+$/.test(name));
  const words = new Set(numbered.map((name) => name.replace(/\d+$/, '')));
  return names.length >= 3 && numbered.length >= names.length * 0.8 && words.size <= 2;
}

/** The column of groups next to the key: few different words, each on several rows; -1 where there is none. */
function groupBehind(grid: Grid, key: number): number {
  const column = key + 1;
  const content = contentOf(grid)[column];
  if (content === undefined || !isText(content) || content.filled < content.cells) return -1;
  const hint = hintOf(grid.names[column] ?? '');
  return content.distinct >= 2 && content.distinct <= content.cells / 3 && hint !== 'feature' && hint !== 'annotation'
    ? column
    : -1;
}

function share(names: readonly string[], word: RegExp): number {
  return names.length === 0 ? 0 : names.filter((name) => word.test(name)).length / names.length;
}
