import { discovererAbundances } from '../discovererAbundances.ts';
import { gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { proteomeDiscovererMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading } from '../reading.ts';
import { columnOfIds } from '../renamedColumn.ts';

const marks = [
  'Master',
  'Protein FDR Confidence: Combined',
  'Protein FDR Confidence',
  'Exp. q-value: Combined',
  'Sum PEP Score',
  'Coverage [%]',
  '# Peptides',
  '# PSMs',
  '# Unique Peptides',
  '# Protein Unique Peptides',
  '# Protein Groups',
  '# AAs',
  'MW [kDa]',
  'calc. pI',
  'FASTA Title Lines',
  'Proteins Unique Sequence ID',
  'Protein Group IDs',
  'Score Sequest HT: Sequest HT',
  '# Peptides (by Search Engine): Sequest HT',
  'Description',
  // Of several searches, in version 1.4.
  'Σ# PSMs',
  'Σ# Peptides',
  'Σ# Unique Peptides',
  'ΣCoverage',
];
const fewestMarks = 3;
const fewestCertain = 5;
/** Columns of the pages for peptide groups and spectra. */
const ofPeptides = ['Annotated Sequence', 'Positions in Master Proteins', 'Spectrum File'];

/** The proteins page of Proteome Discoverer, exported as text with or without names fit for R. Sources: as of {@link discovererAbundances}. */
export const proteomeDiscovererProteins: Layout = {
  name: 'proteome-discoverer-proteins',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    if (found.length < fewestMarks || presentNames(grid.index, ofPeptides).length > 0) return null;
    const accession = findColumn(grid.index, 'Accession');
    const key = accession < 0 && found.length >= fewestCertain ? columnOfIds(grid, 'uniprot') : accession;
    if (key < 0) return null;
    const measured = discovererAbundances(grid);
    if (measured === null) return null;
    return makeReading({
      grid,
      confidence: accession >= 0 && found.length >= fewestCertain ? 0.95 : 0.85,
      evidence: `Because of the columns ${[grid.names[key], ...found.slice(0, 4)].join(', ')} and those that begin with ${measured.words}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'Proteome Discoverer'),
      marks: proteomeDiscovererMarks,
      customs: { designFactors: ['Factors'] },
      rowKey: [key],
      roles: measured.roles,
      values: measured.values,
      quantities: measured.quantities,
      sampleMetadata: measured.metadata,
      identity: proteinIdentity(grid, key, null),
    });
  },
};
