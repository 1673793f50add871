import { sampledCells } from '../columnContent.ts';
import { gridAt } from '../grid.ts';
import { findColumn } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfMolecules } from '../moleculeNames.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

const quantity: QuantityPlan = { name: 'abundance_assay' };

/**
 * mzTab-M 2.0: the first cell of a line says of which section it is. What is read are the small molecules (`SMH`, `SML`)
 * and their abundances in the assays; means and variations over study variables are no samples.
 * Source: mzTab-M 2.0 specification (HUPO-PSI); Hoffmann et al. 2019, doi 10.1021/acs.analchem.8b04310.
 */
export const mztabM: Layout = {
  name: 'mztab-m',
  recognize(head) {
    const header = head.rows.findIndex((row) => row.cells[0] === 'SMH');
    const declared = head.rows.some((row) => row.cells[0] === 'MTD' && row.cells[1] === 'mzTab-version');
    if (!declared || header < 0) return null;
    const grid = gridAt(head, header, { isData: (row) => row.cells[0] === 'SML' });
    const values = grid.names.flatMap((name, index) => {
      const assay = /^abundance_(assay\[\d+\])$/.exec(name)?.[1];
      return assay === undefined ? [] : [{ index, quantity, sample: assay }];
    });
    const key = findColumn(grid.index, 'SML_ID');
    if (key < 0 || values.length === 0) return null;
    const name = findColumn(grid.index, 'chemical_name', 'database_identifier');
    const names = sampledCells(grid, name);
    const omics = omicsOfMolecules(names, 'The study in mzTab-M');
    return makeReading({
      grid,
      confidence: 0.98,
      evidence: 'Because of the lines MTD mzTab-version, SMH and SML.',
      shape: 'features-in-rows',
      ...omics,
      rowKey: [key],
      values,
      quantities: [quantity],
      identity: identityOf(name, idsOf(names), omics.omicsType, names),
      isMetadataRow: (row) => row.cells[0] !== 'SML',
    });
  },
};
