import type { HeadGroup } from './headGroups.ts';

/** How a chain is bound: by an ester or amide, an ether, a vinyl ether, or as the base of a sphingolipid or sterol. */
export type ChainLink = 'acyl' | 'alkyl' | 'vinyl' | 'base' | 'sterol';

/** A substituent of a chain, or a ring in it. `position` is empty where the name gives none. */
export type Substituent =
  | { readonly kind: 'group'; readonly name: string; readonly position: string; readonly stereo: string }
  | { readonly kind: 'branch'; readonly binding: string; readonly position: string; readonly chain: Chain }
  | {
      readonly kind: 'ring';
      readonly position: string;
      readonly bridge: string;
      readonly size: number;
      readonly doubleBonds: number;
      readonly bonds: readonly string[];
      readonly substituents: readonly Substituent[];
    };

/** One hydrocarbon chain as its name writes it. `bonds` are double bonds as `9Z` or `9`; `oxygens` those of no known kind. */
export type Chain = {
  readonly link: ChainLink;
  readonly carbons: number;
  readonly doubleBonds: number;
  readonly bonds: readonly string[];
  readonly substituents: readonly Substituent[];
  readonly oxygens: number;
};

/** A lipid name taken apart. `chains` holds a slot for each position named, absent where it is `0:0`. */
export type LipidName = {
  readonly head: HeadGroup;
  /** The head as written, such as `PIP(3')`, without the chain inside brackets. */
  readonly headPositions: string;
  /** The chain bound to the head group's nitrogen, or to the first hydroxyl of a ceramide. */
  readonly headChain: Chain | undefined;
  readonly chains: readonly (Chain | undefined)[];
  readonly separator: '/' | '_' | 'sum';
  /** Ether chains of a name that gives the sum only. */
  readonly summedEthers: number;
  /** Isotope label of the whole molecule, such as `[M[2]H7]`. */
  readonly label: string;
};

/** The structural levels of the shorthand notation (Liebisch et al. 2020, figure 1), coarsest first. */
export const lipidLevels = [
  'CATEGORY',
  'CLASS',
  'SPECIES',
  'MOLECULAR_SPECIES',
  'SN_POSITION',
  'STRUCTURE_DEFINED',
  'FULL_STRUCTURE',
  'COMPLETE_STRUCTURE',
] as const;

/** A structural level of the shorthand notation. */
export type LipidLevel = (typeof lipidLevels)[number];
