import { speciesOf } from '#shared/organisms.ts';
import type { OrganismShare } from './organism.ts';
import type { Mark, MarkReader } from './organismMarks.ts';
import { nameOfTaxon } from './organismNames.ts';

/** What one place of a table says of the organism. */
export interface Testimony {
  /** The place at the beginning of a sentence, in the plural: `Entry names in column Protein`. */
  readonly subject: string;
  /** What the shares are of. */
  readonly unit: 'rows' | 'columns' | 'samples';
  /** The largest first. */
  readonly shares: readonly OrganismShare[];
  /** What tells the first of them, as `_HUMAN`; empty where the place says it in so many words. */
  readonly by: string;
  /** The organism that it tells; null where it tells several, too few, or one that is not known. */
  readonly decided: OrganismShare | null;
  /** True where it tells several, none of which may be left out of account. */
  readonly mixed: boolean;
}

/** Fewer rows than these name no organism for the table: they may be contaminants that carry no mark. */
const leastShare = 0.5;
/** So many must name the organism, for the others may be of one that the place can't name. */
const decisiveShare = 0.9;
/** So many may name others: contaminants without a mark, as cRAP's in a table of few proteins. */
const mostOthers = 0.02;

const noAnswer =
  /^(?:|na|n\/a|#n\/a|nan|null|none|nil|-|--|\.|unknown|not (?:applicable|available|collected|provided)|unspecified)$/i;

/** Counts what the cells of one place say; null where less than half of the filled ones name an organism that is known. */
export function hear(
  cells: Iterable<string>,
  read: MarkReader,
  place: Pick<Testimony, 'subject' | 'unit'>,
): Testimony | null {
  const counts = new Map<string, { mark: Mark; rows: number; taxa: Set<number> }>();
  let filled = 0;
  let told = 0;
  for (const cell of cells) {
    if (noAnswer.test(cell.trim())) continue;
    filled++;
    const marks = new Map(read(cell).map((mark) => [keyOf(mark), mark]));
    if (marks.size > 0) told++;
    for (const [key, mark] of marks) {
      const count = counts.get(key) ?? { mark, rows: 0, taxa: new Set() };
      count.rows++;
      if (mark.taxon !== null) count.taxa.add(mark.taxon);
      counts.set(key, count);
    }
  }
  if (filled === 0 || told < filled * leastShare) return null;
  const ranked = [...counts.values()].sort((one, other) => other.rows - one.rows);
  const [first] = ranked;
  if (first === undefined || !ranked.some(({ mark }) => mark.taxon !== null)) return null;
  const shares = ranked.map(({ mark, rows, taxa }): OrganismShare => {
    const taxon = mark.taxon === null || taxa.size === 1 ? mark.taxon : speciesOf(mark.taxon);
    return { taxon, name: taxon === null ? mark.name : nameOfTaxon(taxon, mark.name), share: rows / filled };
  });
  return { ...place, shares, by: first.mark.by, ...judge(shares) };
}

/** A strain and its species are one. */
function keyOf({ taxon, name }: Mark): string {
  return taxon === null ? name : String(speciesOf(taxon));
}

function judge([first, ...others]: readonly OrganismShare[]): Pick<Testimony, 'decided' | 'mixed'> {
  const mixed = others.reduce((sum, { share }) => sum + share, 0) > mostOthers;
  const isDecisive = first !== undefined && first.taxon !== null && first.share >= decisiveShare;
  return { decided: isDecisive && !mixed ? first : null, mixed };
}
