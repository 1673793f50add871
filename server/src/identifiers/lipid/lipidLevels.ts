import { addSums, type ChainSum, sumChain } from './chainSum.ts';
import { foldGlycan } from './glycans.ts';
import { type Chain, type LipidLevel, type LipidName, lipidLevels, type Substituent } from './lipidName.ts';

/** Position of a level in the order from coarse to fine. */
export function levelRank(level: LipidLevel): number {
  return lipidLevels.indexOf(level);
}

function coarsest(levels: readonly LipidLevel[]): LipidLevel {
  return levels.reduce((a, b) => (levelRank(a) <= levelRank(b) ? a : b), 'COMPLETE_STRUCTURE');
}

function bondLevel(bonds: readonly string[], doubleBonds: number): LipidLevel {
  if (bonds.length < doubleBonds) return 'SN_POSITION';
  return bonds.every((bond) => /[EZ]$/.test(bond)) ? 'FULL_STRUCTURE' : 'STRUCTURE_DEFINED';
}

function substituentLevel(substituent: Substituent): LipidLevel {
  const placed = substituent.position === '' ? 'STRUCTURE_DEFINED' : 'FULL_STRUCTURE';
  switch (substituent.kind) {
    case 'group':
      return placed;
    case 'branch':
      return coarsest([placed, chainLevel(substituent.chain)]);
    case 'ring':
      return coarsest([
        placed,
        bondLevel(substituent.bonds, substituent.doubleBonds),
        ...substituent.substituents.map(substituentLevel),
      ]);
    default:
      return substituent satisfies never;
  }
}

function chainLevel(chain: Chain): LipidLevel {
  const own = chain.oxygens > 0 && chain.link !== 'sterol' ? 'SN_POSITION' : bondLevel(chain.bonds, chain.doubleBonds);
  return coarsest([chain.link === 'sterol' ? 'FULL_STRUCTURE' : own, ...chain.substituents.map(substituentLevel)]);
}

/** The finest level that all of the name supports. */
export function levelOf(name: LipidName): LipidLevel {
  if (name.separator === 'sum') return 'SPECIES';
  if (name.separator === '_') return 'MOLECULAR_SPECIES';
  const chains = [...name.chains, name.headChain].filter((chain) => chain !== undefined);
  const level = coarsest(['FULL_STRUCTURE', ...chains.map(chainLevel)]);
  const stereo = chains.flatMap((chain) => chain.substituents).some((part) => part.kind === 'group' && part.stereo);
  return level === 'FULL_STRUCTURE' && stereo ? 'COMPLETE_STRUCTURE' : level;
}

function keyOf(substituent: Substituent): string {
  switch (substituent.kind) {
    case 'group':
      return substituent.name;
    case 'branch':
      return `${substituent.binding}(${substituent.chain.link === 'acyl' ? 'FA' : 'R'})`;
    case 'ring':
      return '[';
    default:
      return substituent satisfies never;
  }
}

function writeSubstituents(substituents: readonly Substituent[], level: LipidLevel): string {
  const groups = new Map<string, Substituent[]>();
  for (const part of substituents) groups.set(keyOf(part), [...(groups.get(keyOf(part)) ?? []), part]);
  const sorted = [...groups].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  const isFull = levelRank(level) >= levelRank('FULL_STRUCTURE');
  // Rings stand first (Liebisch et al. 2020), the other groups by the alphabet.
  return [...sorted.filter(([key]) => key === '['), ...sorted.filter(([key]) => key !== '[')]
    .map(([key, parts]) => {
      if (!isFull && parts.length > 1 && parts[0]?.kind === 'group') return `;(${key})${parts.length}`;
      const placed = [...parts].sort((a, b) => Number.parseInt(a.position, 10) - Number.parseInt(b.position, 10));
      return `;${placed.map((part) => writeSubstituent(part, level)).join(',')}`;
    })
    .join('');
}

function writeSubstituent(substituent: Substituent, level: LipidLevel): string {
  const position = levelRank(level) >= levelRank('FULL_STRUCTURE') ? substituent.position : '';
  switch (substituent.kind) {
    case 'group': {
      const stereo = level === 'COMPLETE_STRUCTURE' && substituent.stereo ? `[${substituent.stereo}]` : '';
      return position + substituent.name + stereo;
    }
    case 'branch': {
      const { binding, chain } = substituent;
      return `${position}${binding}(${chain.link === 'acyl' ? 'FA ' : ''}${writeStructure(chain, level)})`;
    }
    case 'ring': {
      const { bridge, size, doubleBonds, bonds, substituents } = substituent;
      const inside = writeBonds(bonds, level) + writeSubstituents(substituents, level);
      const count = doubleBonds > 0 || inside || position ? `:${doubleBonds}` : ':0';
      return `[${position}${bridge}cy${size}${count}${inside}]`;
    }
    default:
      return substituent satisfies never;
  }
}

function writeBonds(bonds: readonly string[], level: LipidLevel): string {
  if (bonds.length === 0) return '';
  const isFull = levelRank(level) >= levelRank('FULL_STRUCTURE');
  return `(${bonds.map((bond) => (isFull ? bond : bond.replace(/[EZ]$/, ''))).join(',')})`;
}

function writeStructure(chain: Chain, level: LipidLevel): string {
  const oxygens = chain.oxygens > 0 ? `;O${chain.oxygens > 1 ? chain.oxygens : ''}` : '';
  const groups = writeSubstituents(chain.substituents, level);
  return `${chain.carbons}:${chain.doubleBonds}${writeBonds(chain.bonds, level)}${groups}${oxygens}`;
}

function writeSum({ carbons, doubleBonds, oxygens, others }: ChainSum): string {
  const counted = new Map([['O', oxygens], ...others]);
  const atoms = [...counted].filter(([, count]) => count > 0);
  return `${carbons}:${doubleBonds}${atoms.map(([element, count]) => `;${element}${count > 1 ? count : ''}`).join('')}`;
}

const prefixes = { acyl: '', alkyl: 'O-', vinyl: 'P-', base: '', sterol: '' } as const;

/** The chain's sum within its lipid: the hydroxyl that carries the head counts among a base's oxygens. */
export function sumWithin(chain: Chain, name: LipidName): ChainSum {
  const sum = sumChain(chain);
  const carries = chain.link === 'base' && name.head.onBaseHydroxyl && chain.oxygens === 0;
  return carries ? { ...sum, oxygens: sum.oxygens + 1 } : sum;
}

function writeChain(chain: Chain | undefined, name: LipidName, level: LipidLevel): string {
  if (!chain) return '0:0';
  const isAlkylClass = name.head.category === 'FA';
  const prefix = isAlkylClass ? '' : prefixes[chain.link];
  const isStructure = levelRank(level) >= levelRank('STRUCTURE_DEFINED');
  return prefix + (isStructure ? writeStructure(chain, level) : writeSum(sumWithin(chain, name)));
}

function writeHead(name: LipidName, level: LipidLevel): string {
  const { head, headPositions, headChain } = name;
  const onFirst = head.onBaseHydroxyl && levelRank(level) >= levelRank('FULL_STRUCTURE') ? '(1)' : '';
  const written = levelRank(level) >= levelRank('STRUCTURE_DEFINED') ? headPositions : foldGlycan(headPositions);
  if (!headChain) return written + onFirst;
  if (level === 'SPECIES') return `${head.name}(${headChain.link === 'acyl' ? 'FA' : 'Alk'})`;
  const chain = writeChain({ ...headChain, link: 'acyl' }, name, level);
  return `${head.name}(${headChain.link === 'acyl' ? 'FA ' : ''}${chain})${onFirst}`;
}

function writeSpecies(name: LipidName): string {
  const filled = name.chains.filter((chain) => chain !== undefined);
  const all = name.headChain ? [...filled, name.headChain] : filled;
  const sum = addSums(all.map((chain) => sumWithin(chain, name)));
  const vinyls = filled.filter(({ link }) => link === 'vinyl').length;
  const isEther = ['GL', 'GP'].includes(name.head.category);
  const ethers = isEther ? filled.filter(({ link }) => link === 'alkyl' || link === 'vinyl').length : 0;
  const count = name.separator === 'sum' ? name.summedEthers : ethers;
  const prefix = ['', 'O-', 'dO-', 'tO-', 'eO-'][count] ?? '';
  const bare = name.headPositions.replace(/(?<=^L?PIP[23]?)\(.*\)$/, '');
  const head = name.headChain ? writeHead(name, 'SPECIES') : foldGlycan(bare);
  const join = head.startsWith('SE ') ? '/' : ' ';
  return head + join + prefix + writeSum({ ...sum, doubleBonds: sum.doubleBonds + vinyls });
}

function writeMolecular(name: LipidName): string {
  const filled = name.chains.filter((chain) => chain !== undefined);
  const written = filled.map((chain) => writeChain(chain, name, 'MOLECULAR_SPECIES'));
  const isOrdered = name.separator === '/' && ['SP', 'FA'].includes(name.head.category);
  const join = name.head.name.startsWith('SE ') ? '/' : ' ';
  return writeHead(name, 'MOLECULAR_SPECIES') + join + written.join(isOrdered ? '/' : '_');
}

function writeName(name: LipidName, level: LipidLevel): string {
  switch (level) {
    case 'CATEGORY':
      return name.head.category;
    case 'CLASS':
      return name.head.name;
    case 'SPECIES':
      return writeSpecies(name) + name.label;
    case 'MOLECULAR_SPECIES':
      return writeMolecular(name) + name.label;
    default: {
      const join = name.head.name.startsWith('SE ') ? '/' : ' ';
      const chains = name.chains.map((chain) => writeChain(chain, name, level));
      return writeHead(name, level) + join + chains.join('/') + name.label;
    }
  }
}

/** The name at a level and at every coarser one. */
export function writeLevels(name: LipidName, level: LipidLevel): ReadonlyMap<LipidLevel, string> {
  const reached = lipidLevels.slice(0, levelRank(level) + 1);
  return new Map(reached.map((at) => [at, writeName(name, at)]));
}

/** Whether a chain or the head tells more than the name does at a level, because another chain does not. */
export function losesDetail(name: LipidName, level: LipidLevel): boolean {
  if (level === 'COMPLETE_STRUCTURE') return false;
  const finest = 'COMPLETE_STRUCTURE';
  const losesHead =
    levelRank(level) < levelRank('STRUCTURE_DEFINED') && foldGlycan(name.headPositions) !== name.headPositions;
  const chains = [...name.chains, name.headChain];
  return losesHead || chains.some((chain) => writeChain(chain, name, finest) !== writeChain(chain, name, level));
}

/** Head and chains in an order that does not depend on how they were listed: equal for lipids equal but for sn-positions. */
export function molecularKey(name: LipidName): string {
  if (name.separator === 'sum' || name.head.category === 'SP' || name.head.category === 'FA') {
    return name.separator === 'sum' ? writeSpecies(name) + name.label : writeMolecular(name) + name.label;
  }
  const sorted = [...name.chains]
    .filter((chain) => chain !== undefined)
    .sort((a, b) => (writeChain(a, name, 'MOLECULAR_SPECIES') < writeChain(b, name, 'MOLECULAR_SPECIES') ? -1 : 1));
  return writeMolecular({ ...name, chains: sorted }) + name.label;
}
