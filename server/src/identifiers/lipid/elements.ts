/** Numbers of atoms by element symbol; `D` is hydrogen-2 and `[13]C` carbon-13. Negative numbers are atoms taken away. */
export type Composition = Readonly<Record<string, number>>;

/** Monoisotopic masses in Da (AME2020, rounded to eight decimals as in the NIST table of atomic weights). */
const massesDa: Readonly<Record<string, number>> = {
  C: 12,
  '[13]C': 13.00335484,
  H: 1.00782503,
  D: 2.0141017781,
  N: 14.003074,
  '[15]N': 15.0001088989,
  O: 15.99491462,
  P: 30.97376199,
  S: 31.97207117,
  F: 18.99840316,
  Cl: 34.96885268,
  Br: 78.9183376,
  I: 126.904468,
  Na: 22.98976928,
};

/** Reads a plain sum formula such as `C8H20NO6P`; isotopes are not read here. */
export function readComposition(formula: string): Composition {
  const atoms: Record<string, number> = {};
  for (const [, element = '', count] of formula.matchAll(/([A-Z][a-z]?)(\d*)/g)) {
    atoms[element] = (atoms[element] ?? 0) + (count ? Number(count) : 1);
  }
  return atoms;
}

/** The sum of compositions. */
export function addCompositions(...parts: readonly Composition[]): Composition {
  const sum: Record<string, number> = {};
  for (const part of parts) {
    for (const element in part) sum[element] = (sum[element] ?? 0) + (part[element] ?? 0);
  }
  return sum;
}

/** The composition taken `times` times. */
export function scaleComposition(part: Composition, times: number): Composition {
  return Object.fromEntries(Object.entries(part).map(([element, count]) => [element, count * times]));
}

/** Whether no element is there a negative number of times, which no molecule has. */
export function isPossible(atoms: Composition): boolean {
  return Object.values(atoms).every((count) => count >= 0);
}

/** The formula in Hill order (carbon, hydrogen, then by the alphabet); isotopes stand behind their element. */
export function hillFormula(atoms: Composition): string {
  const rank = (element: string): string => {
    const order = ['C', '[13]C', 'H', 'D'].indexOf(element);
    return order >= 0 ? String(order) : element.replace(/\[\d+\]/, '').concat(element);
  };
  return Object.entries(atoms)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([element, count]) => (count === 1 ? element : element + count))
    .join('');
}

/** The monoisotopic mass in Da. */
export function monoisotopicMassDa(atoms: Composition): number {
  return Object.entries(atoms).reduce((sum, [element, count]) => sum + (massesDa[element] ?? Number.NaN) * count, 0);
}
