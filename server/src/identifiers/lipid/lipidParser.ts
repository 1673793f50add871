import { parseChain, splitOutside } from './chainParser.ts';
import { readComposition } from './elements.ts';
import { readGlycan } from './glycans.ts';
import { type HeadGroup, headGroups, lysoOf } from './headGroups.ts';
import type { Chain, ChainLink, LipidName } from './lipidName.ts';

/** A name taken apart, with what had to be assumed or left out to do so. */
export type ParsedLipid = { readonly name: LipidName; readonly assumed: readonly string[] };

/** The ethers that a name giving only the sum counts: `dO-` is two (Liebisch et al. 2020, table 2). */
const etherCounts: Readonly<Record<string, number>> = { O: 1, P: 1, dO: 2, tO: 3, eO: 4 };

const labelPattern = /\[M(?:\[\d+\][A-Z][a-z]?\d*)+\]$/;
const chainStart = /^(?:[dte]?O-|P-)?\d+:\d+/;

type Head = {
  readonly group: HeadGroup;
  readonly positions: string;
  readonly chain: Chain | undefined;
  readonly openChain: boolean;
};

function parseHead(written: string): Head | undefined {
  const text = written.replace(/(?<=.)\(1\)$/, '');
  const plain = headGroups.get(text);
  if (plain) return { group: plain, positions: plain.name, chain: undefined, openChain: false };
  const glycan = readGlycan(text);
  if (glycan) return { group: glycan.head, positions: glycan.written, chain: undefined, openChain: false };
  const bound = /^(ACer|L?PE-N|L?PS-N)\((.*)\)$/.exec(text);
  if (bound) {
    const group = headGroups.get(bound[1] ?? '');
    const inside = bound[2] ?? '';
    if (!group) return undefined;
    if (inside === 'FA') return { group, positions: `${group.name}(FA)`, chain: undefined, openChain: true };
    const chain = parseChain(inside.replace(/^FA /, ''), inside.startsWith('FA ') ? 'acyl' : 'alkyl');
    return chain && { group, positions: group.name, chain, openChain: false };
  }
  const placed = /^(L?PIP[23]?)(\([345]'(?:,[345]')*\))$/.exec(text);
  const group = headGroups.get(placed?.[1] ?? '');
  if (!group) return undefined;
  const places = placed?.[2]?.split(',').length ?? 0;
  const phosphates = Number(/\d$/.exec(group.name)?.[0] ?? 1);
  return places === phosphates ? { group, positions: text, chain: undefined, openChain: false } : undefined;
}

function parseSterolEster(text: string): ParsedLipid | undefined {
  const found = /^SE (\d+):(\d+)\/(.*)$/.exec(text);
  const chain = found && parseChain(found[3] ?? '', 'acyl');
  if (!found || !chain || chain.link !== 'acyl') return undefined;
  const [, carbons, doubleBonds] = found;
  const hydrogens = 2 * Number(carbons) - 6 - 2 * Number(doubleBonds);
  const group: HeadGroup = {
    name: `SE ${carbons}:${doubleBonds}`,
    category: 'ST',
    chains: 1,
    slots: 1,
    formula: readComposition(`C${carbons}H${hydrogens}O`),
    onBaseHydroxyl: false,
    source: 'the sterol',
  };
  const rest = { headChain: undefined, separator: '/', summedEthers: 0, label: '' } as const;
  return { name: { head: group, headPositions: group.name, chains: [chain], ...rest }, assumed: [] };
}

/** How the chain in a position of this class is bound. */
function linkOf(group: HeadGroup, index: number): ChainLink {
  if (group.category === 'SP') return index === 0 ? 'base' : 'acyl';
  if (group.name === 'ST') return 'sterol';
  const isAlkyl = group.name === 'FOH' || group.name === 'HC' || (index === 0 && ['WE', 'NA'].includes(group.name));
  return isAlkyl ? 'alkyl' : 'acyl';
}

function assumeOxygens(chain: Chain, group: HeadGroup): Chain | undefined {
  return group.category === 'SP' && chain.oxygens === 0 && chain.substituents.length === 0
    ? { ...chain, oxygens: 2 }
    : undefined;
}

function parseSum(head: Head, text: string, label: string): ParsedLipid | undefined {
  const found = /^(?:([dte]?O|P)-)?(.*)$/.exec(text);
  const [, ether = '', rest = ''] = found ?? [];
  const { group } = head;
  const ethers = ether ? (etherCounts[ether] ?? 0) : 0;
  const chain = parseChain(rest, linkOf(group, 0));
  if (!chain || ethers > group.chains || (ethers > 0 && !['GL', 'GP'].includes(group.category))) return undefined;
  const isVinyl = ether === 'P';
  const counted = { ...chain, doubleBonds: chain.doubleBonds + (isVinyl ? 1 : 0), bonds: [] };
  const completed = assumeOxygens(counted, group);
  const assumed = [
    ...(isVinyl ? ['P- claimed: the sum does not tell a vinyl ether from another double bond'] : []),
    ...(completed ? ['O2 assumed: the name gives no oxygens'] : []),
    ...(chain.bonds.length > 0 ? ['double-bond positions left out: they belong to no one chain'] : []),
  ];
  // Fewer carbons than a base and an acyl have together: the name may well give the acyl chain alone.
  if (completed && group.chains === 2 && chain.carbons < 26) return undefined;
  const name: LipidName = {
    head: group,
    headPositions: head.positions,
    headChain: head.chain,
    chains: [completed ?? counted],
    separator: 'sum',
    summedEthers: ethers,
    label,
  };
  return { name, assumed };
}

function parseChains(head: Head, text: string, label: string): ParsedLipid | undefined {
  const separator = splitOutside(text, '/').length > 1 ? '/' : '_';
  const parts = splitOutside(text, separator);
  const { group: written } = head;
  if (parts.length === 1 && (written.chains > 1 || head.openChain)) return parseSum(head, text, label);
  if (head.openChain) return undefined;
  const chains: (Chain | undefined)[] = [];
  const assumed: string[] = [];
  for (const [index, part] of parts.entries()) {
    const chain = part === '0:0' ? undefined : parseChain(part, linkOf(written, index));
    if (part !== '0:0' && !chain) return undefined;
    const hasEther = chain?.link === 'vinyl' || (chain?.link === 'alkyl' && linkOf(written, index) !== 'alkyl');
    if (hasEther && !['GL', 'GP'].includes(written.category)) return undefined;
    const completed = chain && index === 0 ? assumeOxygens(chain, written) : undefined;
    if (completed) assumed.push('O2 assumed: the name gives no oxygens');
    chains.push(completed ?? chain);
  }
  const filled = chains.filter((chain) => chain !== undefined);
  const group = lysoOf(written, filled.length);
  if (!group) return undefined;
  const isSpelt = parts.length === group.slots;
  const isListed = parts.length === filled.length && filled.length === group.chains;
  if (!isSpelt && !isListed) return undefined;
  const positions = group === written ? head.positions : group.name;
  const isPlaced = separator === '/' ? isSpelt : group.slots === 1;
  if (separator === '/' && !isPlaced) assumed.push('positions left out: not every position is named');
  const name: LipidName = {
    head: group,
    headPositions: positions,
    headChain: head.chain,
    chains: isPlaced ? chains : filled,
    separator: isPlaced ? '/' : '_',
    summedEthers: 0,
    label,
  };
  return { name, assumed };
}

/**
 * Reads a name in the LIPID MAPS shorthand notation of 2020; undefined for anything else.
 *
 * The grammar is written out in docs/lipidGrammar.md.
 */
export function parseLipid(text: string): ParsedLipid | undefined {
  const label = labelPattern.exec(text)?.[0] ?? '';
  const unlabelled = label ? text.slice(0, -label.length) : text;
  if (unlabelled.startsWith('SE ')) {
    const ester = parseSterolEster(unlabelled);
    return ester && { ...ester, name: { ...ester.name, label } };
  }
  const words = splitOutside(unlabelled, ' ');
  const chains = words.at(-1) ?? '';
  if (words.length < 2 || !chainStart.test(chains)) return undefined;
  const head = parseHead(words.slice(0, -1).join(' '));
  return head && parseChains(head, chains, label);
}
