import type { Dialect } from './dialect.ts';

/** Parents of the monohydroxy oxylipins: carbons and the first carbons of their cis double bonds (LIPID MAPS, FA03). */
const parents: Readonly<Record<string, { readonly carbons: number; readonly bonds: readonly number[] }>> = {
  HODE: { carbons: 18, bonds: [9, 12] },
  HOTrE: { carbons: 18, bonds: [9, 12, 15] },
  HETE: { carbons: 20, bonds: [5, 8, 11, 14] },
  HEPE: { carbons: 20, bonds: [5, 8, 11, 14, 17] },
  HDoHE: { carbons: 22, bonds: [4, 7, 10, 13, 16, 19] },
};

/**
 * Monohydroxy fatty acids by their short names, `11-HETE`. Oxygenases take a bis-allylic hydrogen: a hydroxyl on a carbon
 * of a double bond has moved that bond by one, away from itself, and made it trans (Brash 1999, doi 10.1074/jbc.274.34.23679).
 */
export const readHydroxyAcid: Dialect = (name) => {
  const found = /^(\d+)([RS]?)-(HODE|HOTrE|HETE|HEPE|HDoHE)$/.exec(name);
  const parent = parents[found?.[3] ?? ''];
  if (!found || !parent) return undefined;
  const place = Number(found[1]);
  const { carbons, bonds } = parent;
  if (place < 2 || place > carbons) return undefined;
  const lower = bonds.filter((bond) => bond === place || bond + 1 === place);
  const moved = bonds.map((bond) => {
    if (!lower.includes(bond)) return `${bond}Z`;
    return bond === place ? `${bond + 1}E` : `${bond - 1}E`;
  });
  // A bond pushed out of the conjugated part, or a hydroxyl between two bonds, follows another rule.
  const isConjugated =
    lower.length === 0 ||
    moved.some((bond, index) => {
      const next = moved[index + 1];
      return next !== undefined && Number.parseInt(next, 10) - Number.parseInt(bond, 10) === 2;
    });
  const isBetween = bonds.some((bond) => bond + 2 === place && bonds.includes(bond + 3));
  if (!isConjugated || isBetween) return undefined;
  const chirality = found[2] ? [`${found[2]} left out`] : [];
  return {
    text: `FA ${carbons}:${bonds.length}(${moved.join(',')});${place}OH`,
    notes: ['double bonds as the short name implies', ...chirality],
    isLossy: chirality.length > 0,
  };
};
