import { speciesOf } from '#shared/organisms.ts';
import type { Organism, OrganismShare } from './organism.ts';
import type { Testimony } from './testimony.ts';

/**
 * The organism that places tell, the most telling first: the one that they agree in. None is decided where a place tells
 * several or two disagree; null where no place tells any.
 */
export function conclude(heard: readonly Testimony[]): Organism | null {
  const [surest] = heard;
  if (surest === undefined) return null;
  const decided = heard.filter((testimony) => testimony.decided !== null);
  const mixed = heard.find(({ mixed: several }) => several);
  const [first, ...others] = decided;
  if (first?.decided && mixed === undefined) {
    const against = others.find(({ decided: other }) => !isOneSpecies(other, first.decided));
    if (against) return undecided(first, disagreement(first, against));
    return { taxon: first.decided.taxon, name: first.decided.name, shares: first.shares, evidence: agreement(first) };
  }
  const told = mixed ?? surest;
  return undecided(told, mixture(told));
}

/**
 * What a table and the sample sheet beside it tell together: either alone where the other tells nothing or too little, the
 * table where they agree, and none where they don't.
 */
export function joinOrganisms(table: Organism | null, sheet: Organism | null): Organism | null {
  if (table === null || sheet === null) return table ?? sheet;
  if (
    !isMixed(table) &&
    !isMixed(sheet) &&
    table.shares[0] &&
    !isOneSpecies(table.shares[0], sheet.shares[0] ?? null)
  ) {
    const evidence = `The table tells ${table.shares[0].name}, but the sample sheet ${sheet.shares[0]?.name}, so that none is decided.`;
    return { ...table, taxon: null, name: null, evidence };
  }
  if (isMixed(table)) return table;
  return isMixed(sheet) || table.taxon === null ? sheet : table;
}

/** True where it is not decided because there are several. */
function isMixed({ taxon, shares }: Organism): boolean {
  return taxon === null && shares.length > 1;
}

function isOneSpecies(one: OrganismShare | null, other: OrganismShare | null): boolean {
  return one?.taxon != null && other?.taxon != null && speciesOf(one.taxon) === speciesOf(other.taxon);
}

function undecided({ shares }: Testimony, evidence: string): Organism {
  return { taxon: null, name: null, shares, evidence };
}

function agreement({ subject, unit, shares: [first, ...others], by }: Testimony): string {
  const mark = by === '' ? '' : ` by ${by}`;
  const rest = others.length > 0 ? `; the others are ${others.map(shareText).join(', ')}` : '';
  return `${subject} tell ${first?.name}${mark} in ${percentText(first?.share ?? 0)} of the ${unit}${rest}.`;
}

function mixture({ subject, unit, shares }: Testimony): string {
  const listed = shares.map(shareText).join(', ');
  const why = shares.length > 1 ? 'several organisms' : 'an organism not in enough of them';
  return `${subject} tell ${why}, so that none is decided: ${listed} of the ${unit}.`;
}

function disagreement(one: Testimony, other: Testimony): string {
  const second = `${other.subject.charAt(0).toLowerCase()}${other.subject.slice(1)}`;
  return `${one.subject} tell ${one.decided?.name}, but ${second} tell ${other.decided?.name}, so that none is decided.`;
}

const shareText = ({ name, share }: OrganismShare): string => `${name} ${percentText(share)}`;

/** Rounded down, so that only all are 100%. */
const percentText = (share: number): string => `${Math.floor(share * 1000 + 1e-9) / 10}%`;
