import { chainAtoms } from './chainSum.ts';
import { addCompositions, type Composition, isPossible } from './elements.ts';
import { sumWithin } from './lipidLevels.ts';
import type { LipidName } from './lipidName.ts';

const isotopes: Readonly<Record<string, readonly [heavy: string, light: string]>> = {
  '[2]H': ['D', 'H'],
  '[13]C': ['[13]C', 'C'],
  '[15]N': ['[15]N', 'N'],
};

function labelAtoms(label: string): Composition | undefined {
  const parts: Composition[] = [];
  for (const [, isotope = '', count] of label.slice(2, -1).matchAll(/(\[\d+\][A-Z])(\d*)/g)) {
    const pair = isotopes[isotope];
    if (!pair) return undefined;
    const number = count ? Number(count) : 1;
    parts.push({ [pair[0]]: number, [pair[1]]: -number });
  }
  return addCompositions(...parts);
}

/**
 * Atoms of the neutral molecule: what carries the chains, and each chain in place of a hydrogen. Undefined where the
 * numbers make no molecule.
 */
export function lipidAtoms(name: LipidName): Composition | undefined {
  const { head, chains, headChain, separator, summedEthers } = name;
  const filled = [...chains, headChain].filter((chain) => chain !== undefined);
  const parts = filled.map((chain) => chainAtoms(sumWithin(chain, name), chain.link));
  if (separator === 'sum') {
    // One chain stands for all of them: each further acyl brings its oxygen and lacks two hydrogens more.
    const open = name.headPositions.endsWith('(FA)') ? 1 : 0;
    const further = head.chains - 1 + open - summedEthers;
    parts.push({ H: -2 * further, O: head.category === 'SP' ? head.chains - 1 + open : further });
  }
  const label = labelAtoms(name.label);
  if (!label) return undefined;
  const atoms = addCompositions(head.formula, ...parts, label);
  return isPossible(atoms) ? atoms : undefined;
}
