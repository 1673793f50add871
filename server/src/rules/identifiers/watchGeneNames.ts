import { readSpreadsheetDate } from '../../identifiers/spreadsheetDate.ts';
import { areGenes, mayBeGene } from '../../profiles/geneNames.ts';
import type { Row } from '../../table/row.ts';
import type { RuleContext, RuleRun } from '../rule.ts';
import { type GeneColumn, geneColumns, geneHeaderColumns } from './geneColumns.ts';

/** A name at its place. */
export interface PlacedName {
  readonly name: string;
  readonly row: Row;
  readonly cell: number;
  /** Null in the header. */
  readonly dataRow: number | null;
}

/** Sees all names of one column, or all that the header gives, and reports when it has seen the last one. */
export interface NameWatch {
  see(placed: PlacedName): void;
  /** Called only where the names are those of genes; `names` are the first ones that are neither dates nor numbers. */
  end(names: readonly string[]): void;
}

/** Starts to watch a column; null where the rule has nothing to say about it. */
export type StartWatch = (column: GeneColumn) => NameWatch | null;

/** How many names tell whether a column is one of genes, and how many of them have to be genes. */
const namesLookedAt = 20;
const fewestGenes = 5;
/** A column with so many dates and numbers before its first 20 names is none of names. */
const mostOthers = 1000;

/**
 * Lets a rule watch the names of genes. Silent: columns with fewer than 5 genes among their first 20 names, whatever the
 * column is called, and columns that nothing states to be of genes where those names could be other words (Ziemann et
 * al. 2016, doi 10.1186/s13059-016-1044-7, tell gene lists in the same way).
 */
export function watchGeneNames(context: RuleContext, startWatch: StartWatch): RuleRun | null {
  watchHeader(context, startWatch);
  const columns = geneColumns(context.profile).flatMap((column) => {
    const watch = startWatch(column);
    return watch ? [guarded(column, watch)] : [];
  });
  if (columns.length === 0) return null;
  return {
    row({ row, index, summary }) {
      if (summary) return;
      for (const { column, see } of columns) {
        const name = row.cell(column.index)?.trim();
        if (name) see({ name, row, cell: column.index, dataRow: index });
      }
    },
    end() {
      for (const { end } of columns) end();
    },
  };
}

function watchHeader(context: RuleContext, startWatch: StartWatch): void {
  const { profile, header } = context;
  const columns = header ? geneHeaderColumns(profile) : [];
  if (!header || columns.length === 0) return;
  const asColumn: GeneColumn = { index: -1, stated: profile.identity?.kind === 'gene', identifies: true };
  const watch = startWatch(asColumn);
  if (!watch) return;
  const { see, end } = guarded(asColumn, watch);
  for (const { index, name } of columns) {
    if (name.trim() !== '') see({ name: name.trim(), row: header, cell: index, dataRow: null });
  }
  end();
}

function guarded(column: GeneColumn, watch: NameWatch): Pick<NameWatch, 'see'> & { column: GeneColumn; end(): void } {
  const names = new Set<string>();
  let others = 0;
  let decided: boolean | null = null;
  const decide = (): boolean => {
    const all = [...names];
    return column.stated ? all.filter(mayBeGene).length >= fewestGenes : areGenes(all);
  };
  return {
    column,
    see(placed) {
      if (decided === false) return;
      if (decided === null) {
        if (isName(placed.name)) names.add(placed.name);
        else others++;
        if (names.size === namesLookedAt || others === mostOthers) decided = decide();
      }
      watch.see(placed);
    },
    end() {
      if (decided ?? decide()) watch.end([...names]);
    },
  };
}

function isName(cell: string): boolean {
  return !Number.isFinite(Number(cell)) && readSpreadsheetDate(cell) === null;
}
