import { type Composition, readComposition } from './elements.ts';

/** A functional group: what it adds to a chain in place of the hydrogens it replaces, and how a species counts it. */
export type FunctionalGroup = {
  readonly added: Composition;
  readonly carbons: number;
  readonly unsaturations: number;
  readonly oxygens: number;
  /** Other elements in a species name, such as `N`. */
  readonly other: string;
};

function group(added: string, hydrogens: number, unsaturations: number): FunctionalGroup {
  const atoms = readComposition(added);
  const other = Object.keys(atoms).find((element) => !['C', 'H', 'O'].includes(element)) ?? '';
  return {
    added: { ...atoms, H: (atoms.H ?? 0) - hydrogens },
    carbons: atoms.C ?? 0,
    unsaturations,
    oxygens: atoms.O ?? 0,
    other,
  };
}

/**
 * The functional groups of the shorthand notation (Liebisch et al. 2020, table 2) with the formula of the group, the
 * hydrogens of the chain it replaces, and the double bonds it counts for in a species.
 */
export const functionalGroups: ReadonlyMap<string, FunctionalGroup> = new Map([
  ['Me', group('CH3', 1, 0)],
  ['Et', group('C2H5', 1, 0)],
  ['Pr', group('C3H7', 1, 0)],
  ['My', group('CH2', 2, 1)],
  ['OH', group('OH', 1, 0)],
  ['OOH', group('O2H', 1, 0)],
  ['OMe', group('CH3O', 1, 0)],
  ['OEt', group('C2H5O', 1, 0)],
  ['oxo', group('O', 2, 1)],
  ['oxy', group('O', 0, 0)],
  ['Ep', group('O', 2, 1)],
  ['OO', group('O2', 2, 1)],
  ['COOH', group('CO2H', 1, 1)],
  ['CHO', group('CHO', 1, 1)],
  ['NH2', group('NH2', 1, 0)],
  ['SH', group('SH', 1, 0)],
  ['F', group('F', 1, 0)],
  ['Cl', group('Cl', 1, 0)],
  ['Br', group('Br', 1, 0)],
  ['I', group('I', 1, 0)],
]);
