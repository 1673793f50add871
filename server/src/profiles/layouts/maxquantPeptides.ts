import type { AffixedQuantity } from '../affixedColumns.ts';
import { gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { maxquantPeptideMarks } from '../markConventions.ts';
import { maxquantQuantities, maxquantValues } from '../maxquantQuantities.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading } from '../reading.ts';
import { columnOfPeptides } from '../renamedColumn.ts';

/** `Experiment X` says in how many evidences of a sample the peptide was found. */
const quantities: readonly AffixedQuantity[] = [
  ...maxquantQuantities,
  { words: 'Experiment', name: 'Experiment', kind: 'count', scale: 'linear' },
];

const marks = [
  'Unique (Groups)',
  'Unique (Proteins)',
  'Leading razor protein',
  'Missed cleavages',
  'Mass Fractional Part',
  'Start position',
  'End position',
  'Last amino acid',
  'Amino acid before',
  'Charges',
  'Protein group IDs',
  'Mod. peptide IDs',
  'Peptide ID',
  'Evidence IDs',
  'MS/MS IDs',
  'Best MS/MS',
  'Oxidation (M) site IDs',
];
const fewestMarks = 4;
const fewestCertain = 6;
/** What MaxQuant's tables of single observations have, which name one charge and not several: evidence.txt, msms.txt, msmsScans.txt, allPeptides.txt. */
const ofObservations = ['Modified sequence', 'Scan number', 'Scan index', 'm/z', 'Charge'];

/**
 * MaxQuant's peptides.txt and modificationSpecificPeptides.txt: a row a peptide, or a peptide with its modifications, kept
 * at that level and never rolled up to proteins. Source: MaxQuant's tables.pdf, "peptides.txt" and
 * "modificationSpecificPeptides.txt".
 */
export const maxquantPeptides: Layout = {
  name: 'maxquant-peptides',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    if (found.length < fewestMarks || presentNames(grid.index, ofObservations).length > 0) return null;
    const named = findColumn(grid.index, 'Sequence');
    const sequence = named < 0 && found.length >= fewestCertain ? columnOfPeptides(grid) : named;
    if (sequence < 0) return null;
    const values = maxquantValues(grid, true, quantities);
    const measured = quantities.find((quantity) => values.some((value) => value.quantity === quantity));
    if (measured === undefined) return null;
    const unique = found.filter((name) => name.startsWith('Unique ('));
    // peptides.txt tells of modifications by counts of sites only; its rows are told apart by the sequence alone.
    const modifications = findColumn(grid.index, 'Modifications');
    return makeReading({
      grid,
      confidence: named >= 0 && unique.length > 0 && found.length >= fewestCertain ? 0.96 : 0.85,
      evidence: `Because of the columns ${[grid.names[sequence], ...unique, ...found.filter((name) => !unique.includes(name)).slice(0, 3)].join(', ')} and those that begin with ${measured.words}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'MaxQuant'),
      marks: maxquantPeptideMarks,
      rowKey: modifications < 0 ? [sequence] : [sequence, modifications],
      values,
      quantities,
      // A peptide is kept at its own level; it is no protein.
      identity: null,
    });
  },
};
