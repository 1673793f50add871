/** How a dialect understands `d18:0`: hydroxyls in their usual places, or only their number. */
export type HydroxylStyle = 'placed' | 'counted';

const baseHydroxyls: Readonly<Record<string, number>> = { m: 1, d: 2, t: 3 };
const carriers = new Set(['Cer', 'SPB', 'LCB', 'Sph']);

const older = /^(iso-)?([mdth])?([OoPp]-)?([ai]-|iso)?(\d+):(\d+)(\([\dEZ,]+\))?(.*)$/;

/** A base with its hydroxyls as the shorthand writes them, less the one that carries the head. */
function hydroxyls(count: number, head: string, style: HydroxylStyle, isPlain: boolean): string | undefined {
  if (isPlain) return `;O${count === 1 ? '' : count}`;
  const isFree = carriers.has(head);
  if (style === 'placed') {
    const places = count === 1 ? ['3OH'] : ['1OH', '3OH', '4OH'].slice(0, count);
    const written = isFree ? places : places.filter((place) => place !== '1OH');
    return count === 1 && !isFree ? undefined : `;${written.join(',')}`;
  }
  const left = isFree ? count : count - 1;
  return left === 0 ? undefined : left === 1 ? ';OH' : `;(OH)${left}`;
}

/** Groups in brackets behind a chain, `(2Me[S],3OH)(5OH)`, as the shorthand writes them; undefined for any other rest. */
function bracketedGroups(rest: string): string | undefined {
  if (rest === '') return '';
  const found = [...rest.matchAll(/\(([^()]*)\)/g)];
  if (found.map(([all]) => all).join('') !== rest) return undefined;
  const groups = found.flatMap(([, inside = '']) => inside.split(','));
  const written = groups.map((group) => group.replace(/\[[RS]\]$/, ''));
  const repeated = written.map((group) => group.replace(/^(Me|OH|Ep|oxo)(\d)$/, '($1)$2'));
  const named = repeated.map((group) => group.replace(/(?<=^\d*)(Ke|keto|O)$/, 'oxo'));
  return `;${named.join(';')}`;
}

/** The methyl branch of iso and anteiso chains, which count the branch among their carbons. */
function branch(kind: string, carbons: number): string {
  return kind === '' ? '' : `;${kind === 'a-' ? carbons - 3 : carbons - 2}Me`;
}

/**
 * A furan fatty acid of the marine literature: `9D5` has a carboxyalkyl of 9 carbons, a dimethylfuran, and an alkyl of 5.
 */
function furan(text: string): string | undefined {
  const found = /^(\d+)([DM])(\d+)$/.exec(text);
  if (!found) return undefined;
  const [, acid, kind, alkyl] = found;
  const first = Number(acid) + 1;
  const last = first + 3;
  const methyls = kind === 'D' ? `${first + 1}Me,${first + 2}Me` : `${first + 1}Me`;
  return `${last + Number(alkyl)}:0;[${first}-${last}Ocy5:2(${first}E,${first + 2}E);${methyls}]`;
}

/** A fatty acyl with a cyclopropane, whose bridge its name does not count: `18:0(11Cp)`. */
function cyclopropane(carbons: number, doubleBonds: string, position: number): string {
  return `${carbons + 1}:${doubleBonds};[${position}-${position + 2}cy3:0]`;
}

/** One chain of the older notations in the standard one; undefined where it holds what is not known. */
export function rewriteChain(text: string, head: string, style: HydroxylStyle): string | undefined {
  if (text === '0:0') return text;
  const asFuran = furan(text);
  if (asFuran) return asFuran;
  const tailBranch = /^(.*\d+:0)(?:-(\d+)me|\((\d+)-me\))$/.exec(text);
  if (tailBranch) {
    const [, start = '', bare, bracketed] = tailBranch;
    const shorter = start.replace(/\d+(?=:0$)/, (carbons) => String(Number(carbons) - 1));
    return `${shorter};${bare ?? bracketed}Me`;
  }
  const found = older.exec(text.replace(/e$/, '').replace(/(?<=:\d+)n\d+$/, ''));
  if (!found) return undefined;
  const [, isoBase = '', base, ether = '', tail = '', carbons = '', doubleBonds = '', bonds = '', rest = ''] = found;
  const kind = isoBase || tail;
  const ring = /^\((\d+)Cp\)$/.exec(rest);
  if (ring) return cyclopropane(Number(carbons), doubleBonds, Number(ring[1]));
  const groups = bracketedGroups(rest);
  if (groups === undefined || (text.endsWith('e') && !ether)) return undefined;
  const count = kind ? Number(carbons) - 1 : Number(carbons);
  const methyl = branch(kind, Number(carbons));
  const core = `${ether.toUpperCase()}${count}:${doubleBonds}${bonds}${methyl}`;
  if (!base) return core + groups;
  if (base === 'h') return doubleBonds === '0' ? `${core};OH${groups}` : `${core};O${groups}`;
  const hydroxyl = hydroxyls(baseHydroxyls[base] ?? 0, head, style, doubleBonds !== '0' && bonds === '');
  return hydroxyl === undefined ? undefined : core + hydroxyl + groups;
}
