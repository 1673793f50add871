import { type IdNamespace, idNamespaces } from '#shared/dataset.ts';
import { isContaminantOrDecoy, recognizeId } from './knownIds.ts';

/** Share of a column's cells that must be ids of one namespace: fewer are names that happen to look like ids. */
const leastShare = 0.9;

/** How the cells of a column are read. */
export interface CellReadingOptions {
  /** Splits the members of a group; each member counts. */
  readonly groupSeparator?: string | null;
}

/**
 * The namespace that a column's ids are of, told by the column and never by one cell: gene symbols such as `P2RX4` have
 * the form of a UniProt accession. Empty cells, words for "missing", contaminants and decoys don't count. Null where
 * less than nine in ten are ids of one namespace, and where what could be KEGG ids is a running number of the file's own
 * (`C00001`, `C00002`, …).
 */
export function namespaceOf(cells: Iterable<string>, options: CellReadingOptions = {}): IdNamespace | null {
  const ids = [...idCells(cells, options.groupSeparator ?? null)];
  if (ids.length === 0) return null;
  for (const namespace of idNamespaces) {
    let hits = 0;
    for (const id of ids) if (recognizeId(namespace, id) !== null) hits++;
    if (hits >= ids.length * leastShare) return namespace === 'kegg' && isRunningNumber(ids) ? null : namespace;
  }
  return null;
}

const noId = /^(?:|na|n\/a|#n\/a|nan|null|none|nil|-|--|\.|unknown)$/i;

function* idCells(cells: Iterable<string>, separator: string | null): Generator<string> {
  for (const cell of cells) {
    const members = separator !== null && cell.includes(separator) ? cell.split(separator) : [cell];
    for (const member of members) {
      const id = member.trim();
      if (!noId.test(id) && !isContaminantOrDecoy(id)) yield id;
    }
  }
}

function isRunningNumber(ids: readonly string[]): boolean {
  if (ids.length < 5) return false;
  let steps = 0;
  for (let at = 1; at < ids.length; at++) {
    if (numberOf(ids[at]) - numberOf(ids[at - 1]) === 1) steps++;
  }
  return steps >= (ids.length - 1) * leastShare;
}

function numberOf(id: string | undefined): number {
  return Number(/\d+$/.exec(id ?? '')?.[0] ?? Number.NaN);
}
