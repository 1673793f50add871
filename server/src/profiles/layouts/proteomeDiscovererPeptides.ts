import { discovererAbundances } from '../discovererAbundances.ts';
import { gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { proteomeDiscovererMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading } from '../reading.ts';
import { columnOfPeptides } from '../renamedColumn.ts';

const marks = [
  'Annotated Sequence',
  'Modifications',
  'Modifications (all possible sites)',
  'Modifications in Master Proteins',
  'Positions in Master Proteins',
  'Master Protein Accessions',
  'Master Protein Descriptions',
  'Qvality PEP',
  'Qvality q-value',
  'PSM Ambiguity',
  '# Protein Groups',
  '# Proteins',
  '# PSMs',
  '# Missed Cleavages',
  'Theo. MH+ [Da]',
  'Quan Info',
  'Top Apex RT [min]',
];
const fewestMarks = 5;
const fewestCertain = 7;
/** Columns of the page for spectra, which have a row a match. */
const ofSpectra = ['Spectrum File', 'First Scan', 'MS Order', 'Isolation Interference [%]'];

/**
 * The peptide groups page of Proteome Discoverer: a row a peptide with its modifications, kept at that level and never
 * rolled up to proteins. Sources: as of {@link discovererAbundances}; Proteome Discoverer user guide, "Peptide Groups page".
 */
export const proteomeDiscovererPeptides: Layout = {
  name: 'proteome-discoverer-peptides',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    if (found.length < fewestMarks || presentNames(grid.index, ofSpectra).length > 0) return null;
    const named = findColumn(grid.index, 'Annotated Sequence', 'Sequence');
    const sequence = named < 0 && found.length >= fewestCertain ? columnOfPeptides(grid) : named;
    const measured = discovererAbundances(grid);
    if (sequence < 0 || measured === null) return null;
    const modifications = findColumn(grid.index, 'Modifications', 'Modifications (all possible sites)');
    return makeReading({
      grid,
      confidence: named >= 0 && modifications >= 0 && found.length >= fewestCertain ? 0.95 : 0.85,
      evidence: `Because of the columns ${[...new Set([grid.names[sequence], ...found.slice(0, 4)])].join(', ')} and those that begin with ${measured.words}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'Proteome Discoverer'),
      marks: proteomeDiscovererMarks,
      rowKey: modifications < 0 ? [sequence] : [sequence, modifications],
      roles: measured.roles,
      values: measured.values,
      quantities: measured.quantities,
      sampleMetadata: measured.metadata,
      // A peptide is kept at its own level; it is no protein.
      identity: null,
    });
  },
};
