import { sampledCells } from './columnContent.ts';
import type { Grid } from './grid.ts';
import { findColumn, plainName, presentNames } from './headerName.ts';
import { identityOf, idsOf } from './identity.ts';
import { arePeptides, omicsOfMolecules } from './moleculeNames.ts';
import { type OmicsVerdict, omicsOfLayout } from './omicsType.ts';
import type { Identity } from './profile.ts';
import type { QuantityPlan } from './reading.ts';

/** A figure that Skyline reports for a peak. */
export interface SkylineQuantity extends QuantityPlan {
  readonly words: string;
}

/** Skyline's figures of a peak, by rank. Source: Skyline documentation, "Custom reports", results columns. */
export const skylineQuantities: readonly SkylineQuantity[] = [
  'Area',
  'Total Area',
  'Normalized Area',
  'Total Area Fragment',
  'Total Area MS1',
  'Height',
  'Max Height',
  'Background',
  'Total Background',
  'Retention Time',
  'Best Retention Time',
  'Fwhm',
  'Max Fwhm',
  'Peak Rank',
].map((words) => ({ words, name: words, scale: 'linear' }));

/** Figures of a precursor, which repeat on the rows of its transitions. Source: as above, precursor results. */
const ofPrecursors = new Set(
  [
    'Total Area',
    'Total Area Fragment',
    'Total Area MS1',
    'Max Height',
    'Total Background',
    'Best Retention Time',
    'Max Fwhm',
  ].map(plainName),
);

/** True for the figures that a report of transitions repeats on each of them. */
export function isOfPrecursor({ words }: SkylineQuantity): boolean {
  return ofPrecursors.has(plainName(words));
}

/** True for the figures that say how much there is. */
export function isAmount(quantity: QuantityPlan): boolean {
  return /area|height/i.test(quantity.name ?? '');
}

const moleculeNames = [
  'Molecule',
  'Molecule Name',
  'Peptide',
  'Peptide Modified Sequence',
  'Modified Sequence',
  'Peptide Sequence',
];
const marks = [
  'Protein',
  'Protein Name',
  'Molecule List Name',
  'Molecule List',
  'Precursor Mz',
  'Precursor Charge',
  'Precursor Ion Name',
  'Product Mz',
  'Product Charge',
  'Fragment Ion',
  'Fragment Ion Type',
  'Transition',
  'Isotope Label Type',
];
const fewestMarks = 2;

/** The columns that a Skyline report has besides its figures. */
export interface SkylineColumns {
  readonly molecule: number;
  /** What tells the transitions of a molecule apart: precursor m/z (or charge), product m/z (or ion). */
  readonly transition: readonly number[];
  /** The part of these that tells its precursors apart; null where the report has no row a transition. */
  readonly precursor: readonly number[] | null;
  readonly found: readonly string[];
}

/** Finds Skyline's columns; null where there are too few of them. */
export function skylineColumns(grid: Grid): SkylineColumns | null {
  const molecule = findColumn(grid.index, ...moleculeNames);
  const found = presentNames(grid.index, marks);
  if (molecule < 0 || found.length < fewestMarks) return null;
  const ion = findColumn(grid.index, 'Precursor Mz', 'Precursor Charge');
  const product = findColumn(grid.index, 'Product Mz', 'Fragment Ion', 'Transition');
  // An ion such as y7 may be measured at two charges; its m/z tells these apart.
  const charge = findColumn(grid.index, 'Product Mz') >= 0 ? -1 : findColumn(grid.index, 'Product Charge');
  const label = findColumn(grid.index, 'Isotope Label Type');
  const transition = [ion, product, charge, label].filter((at) => at >= 0);
  const precursor = product < 0 ? null : transition.filter((at) => at !== product && at !== charge);
  return { molecule, transition, precursor, found: [grid.names[molecule] ?? '', ...found] };
}

/** What Skyline measured: peptides or small molecules, and how these are identified. */
export function skylineMolecules(
  grid: Grid,
  molecule: number,
): { readonly omics: OmicsVerdict; readonly identity: Identity | null } {
  const names = sampledCells(grid, molecule);
  // A peptide is kept at its own level; it is no protein.
  if (arePeptides(names)) return { omics: omicsOfLayout('proteomics', 'Skyline with peptides'), identity: null };
  const omics = omicsOfMolecules(names, 'Skyline');
  return { omics, identity: identityOf(molecule, idsOf(names), omics.omicsType, names) };
}
