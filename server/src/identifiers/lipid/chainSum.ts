import { addCompositions, type Composition } from './elements.ts';
import { functionalGroups } from './functionalGroups.ts';
import type { Chain, Substituent } from './lipidName.ts';

/** What a chain comes to where its structure is no longer told: carbons, double bonds, and other atoms. */
export type ChainSum = {
  readonly carbons: number;
  readonly doubleBonds: number;
  readonly oxygens: number;
  /** Elements other than carbon, hydrogen and oxygen, with their number. */
  readonly others: ReadonlyMap<string, number>;
};

const nothing: ChainSum = { carbons: 0, doubleBonds: 0, oxygens: 0, others: new Map() };

/** The sum of several. */
export function addSums(sums: readonly ChainSum[]): ChainSum {
  const others = new Map<string, number>();
  for (const sum of sums) for (const [name, count] of sum.others) others.set(name, (others.get(name) ?? 0) + count);
  return {
    carbons: sums.reduce((total, { carbons }) => total + carbons, 0),
    doubleBonds: sums.reduce((total, { doubleBonds }) => total + doubleBonds, 0),
    oxygens: sums.reduce((total, { oxygens }) => total + oxygens, 0),
    others,
  };
}

function sumOf(substituent: Substituent): ChainSum {
  switch (substituent.kind) {
    case 'group': {
      const group = functionalGroups.get(substituent.name);
      if (!group) return nothing;
      const others = new Map(group.other ? [[group.other, group.added[group.other] ?? 1]] : []);
      return { carbons: group.carbons, doubleBonds: group.unsaturations, oxygens: group.oxygens, others };
    }
    case 'branch': {
      const inner = sumChain(substituent.chain);
      const isAcyl = substituent.chain.link === 'acyl';
      return {
        ...inner,
        doubleBonds: inner.doubleBonds + (isAcyl ? 1 : 0),
        oxygens: inner.oxygens + (isAcyl ? 1 : 0) + (substituent.binding ? 1 : 0),
      };
    }
    case 'ring': {
      const { bridge, doubleBonds, substituents } = substituent;
      const others = new Map(bridge && bridge !== 'O' ? [[bridge.charAt(0), bridge.length]] : []);
      const ring = { carbons: 0, doubleBonds: doubleBonds + 1, oxygens: bridge === 'O' ? 1 : 0, others };
      return addSums([ring, ...substituents.map(sumOf)]);
    }
    default:
      return substituent satisfies never;
  }
}

/** A chain with its substituents counted into it, as the coarser levels write it; a vinyl ether stays one. */
export function sumChain(chain: Chain): ChainSum {
  const { carbons, doubleBonds, oxygens } = chain;
  return addSums([{ carbons, doubleBonds, oxygens, others: new Map() }, ...chain.substituents.map(sumOf)]);
}

/** Hydrogens that other elements bring where they replace one: a nitrogen adds one, a halogen takes one. */
const hydrogensOf: Readonly<Record<string, number>> = { N: 1, F: -1, Cl: -1, Br: -1, I: -1 };

/** Atoms of a chain with so many carbons, in place of the hydrogen it replaces on what carries it. */
export function chainAtoms(sum: ChainSum, link: Chain['link']): Composition {
  const hydrogens = { acyl: -2, alkyl: 0, vinyl: -2, base: 3, sterol: -6 }[link];
  const others: Composition[] = [...sum.others].map(([element, count]) => ({
    [element]: count,
    H: (hydrogensOf[element] ?? 0) * count,
  }));
  return addCompositions(
    {
      C: sum.carbons,
      H: 2 * sum.carbons + hydrogens - 2 * sum.doubleBonds,
      O: sum.oxygens + (link === 'acyl' ? 1 : 0),
      ...(link === 'base' ? { N: 1 } : {}),
    },
    ...others,
  );
}
