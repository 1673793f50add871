import { functionalGroups } from './functionalGroups.ts';
import type { Chain, ChainLink, Substituent } from './lipidName.ts';

const core = /^(O-|P-)?([1-9]\d*):(0|[1-9]\d*)(?:\(([^()]*)\))?((?:;.*)?)$/;
const bondPattern = /^\d+[EZ]?$/;
const groupPattern = /^(\d*)([A-Za-z][A-Za-z]*2?)(?:\[([RS])\])?$/;
const repeatPattern = /^\(([A-Za-z]+2?)\)(\d+)$/;
const branchPattern = /^(\d*)(O?)\(((?:FA |P-|O-)?\d+:\d+.*)\)$/;
const ringPattern = /^\[(?:(\d+-\d+)?)(O|S{1,2}|N)?cy(\d+):(\d+)(?:\(([^()]*)\))?((?:;.*)?)\]$/;

/** Splits at a separator outside every bracket. */
export function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (letter === '(' || letter === '[') depth += 1;
    else if (letter === ')' || letter === ']') depth -= 1;
    else if (depth === 0 && letter === separator) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function parseBonds(text: string | undefined, doubleBonds: number): readonly string[] | undefined {
  if (text === undefined) return [];
  const bonds = text.split(',');
  return bonds.length === doubleBonds && bonds.every((bond) => bondPattern.test(bond)) ? bonds : undefined;
}

function parseRing(text: string): Substituent | undefined {
  const found = ringPattern.exec(text);
  if (!found) return undefined;
  const [, position = '', bridge = '', size, doubleBonds, bondText, rest = ''] = found;
  const bonds = parseBonds(bondText, Number(doubleBonds));
  const inside = parseSubstituents(rest);
  if (!bonds || !inside || inside.oxygens > 0) return undefined;
  const counts = { size: Number(size), doubleBonds: Number(doubleBonds) };
  return { kind: 'ring', position, bridge, ...counts, bonds, substituents: inside.substituents };
}

function parseSubstituent(text: string): readonly Substituent[] | undefined {
  if (text.startsWith('[')) {
    const ring = parseRing(text);
    return ring && [ring];
  }
  const repeated = repeatPattern.exec(text);
  if (repeated) {
    const [, name = '', count] = repeated;
    const group: Substituent = { kind: 'group', name, position: '', stereo: '' };
    return functionalGroups.has(name) ? Array.from({ length: Number(count) }, () => group) : undefined;
  }
  const branch = branchPattern.exec(text);
  if (branch) {
    const [, position = '', oxygen = '', inside = ''] = branch;
    const isAcyl = inside.startsWith('FA ');
    const chain = parseChain(isAcyl ? inside.slice(3) : inside, isAcyl ? 'acyl' : 'alkyl');
    if (!chain || (isAcyl && oxygen === '')) return undefined;
    return [{ kind: 'branch', binding: oxygen, position, chain }];
  }
  const found = groupPattern.exec(text);
  const [, position = '', name = '', stereo = ''] = found ?? [];
  return functionalGroups.has(name) ? [{ kind: 'group', name, position, stereo }] : undefined;
}

function parseSubstituents(
  text: string,
): { readonly substituents: readonly Substituent[]; readonly oxygens: number } | undefined {
  const substituents: Substituent[] = [];
  let oxygens = 0;
  for (const part of text === '' ? [] : splitOutside(text.slice(1), ';')) {
    const sum = /^O(\d*)$/.exec(part);
    if (sum) {
      if (oxygens > 0 || sum[1] === '0' || sum[1] === '1') return undefined;
      oxygens = sum[1] ? Number(sum[1]) : 1;
      continue;
    }
    for (const item of splitOutside(part, ',')) {
      const parsed = parseSubstituent(item);
      if (!parsed) return undefined;
      substituents.push(...parsed);
    }
  }
  return { substituents, oxygens };
}

/** Whether carbons, double bonds and positions can be those of one chain. */
function isSound(chain: Chain): boolean {
  const { carbons, doubleBonds, bonds, link } = chain;
  if (carbons === 0) return false;
  const free = link === 'acyl' ? 1 : 0;
  if (doubleBonds > 0 && doubleBonds > carbons - 1 - free) return false;
  return bonds.every((bond) => Number.parseInt(bond, 10) < carbons);
}

/** Reads one chain, such as `O-18:1(9Z);5OMe`; undefined where it is no chain of the grammar. */
export function parseChain(text: string, link: ChainLink): Chain | undefined {
  const found = core.exec(text);
  if (!found) return undefined;
  const [, ether, carbons, doubleBonds, bondText, rest = ''] = found;
  if (ether && link !== 'acyl' && link !== 'alkyl') return undefined;
  const bonds = parseBonds(bondText, Number(doubleBonds));
  const inside = parseSubstituents(rest);
  if (!bonds || !inside) return undefined;
  const chain: Chain = {
    link: ether === 'O-' ? 'alkyl' : ether === 'P-' ? 'vinyl' : link,
    carbons: Number(carbons),
    doubleBonds: Number(doubleBonds),
    bonds,
    ...inside,
  };
  return isSound(chain) ? chain : undefined;
}
