import type { Row } from '../../table/row.ts';
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
 * and their abundances in the assays, of which the metadata tell the name, the sample, the file and the study variable;
 * means and variations over study variables are no samples.
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
    const metadata = assayMetadata(head.rows.slice(0, header));
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
      sampleMetadata: (index) => metadata.get(/\[(\d+)\]$/.exec(grid.names[index] ?? '')?.[1] ?? '') ?? {},
      identity: identityOf(name, idsOf(names), omics.omicsType, names),
      isMetadataRow: (row) => row.cells[0] !== 'SML',
    });
  },
};

/** What the lines `MTD` say of each assay, by its number. */
function assayMetadata(rows: readonly Row[]): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const said = new Map(
    rows.flatMap(({ cells: [section, name = '', cell = ''] }) =>
      section === 'MTD' && cell.trim() !== '' && cell.trim() !== 'null' ? [[name.trim(), cell.trim()] as const] : [],
    ),
  );
  const numbers = [...said.keys()].flatMap((name) => /^assay\[(\d+)\]/.exec(name)?.[1] ?? []);
  return new Map(
    [...new Set(numbers)].map((number) => {
      const assay = `assay[${number}]`;
      const run = said.get(`${assay}-ms_run_ref`);
      const sample = said.get(`${assay}-sample_ref`);
      const variables = [...said].flatMap(([name, assays]) => {
        const variable = /^(study_variable\[\d+\])-assay_refs$/.exec(name)?.[1];
        return variable !== undefined && assays.split('|').some((one) => one.trim() === assay) ? [variable] : [];
      });
      const entries = [
        ['Assay', said.get(assay)],
        ['Sample', sample === undefined ? undefined : (said.get(sample) ?? sample)],
        ['Study variable', variables.map((variable) => said.get(variable) ?? variable).join(' | ')],
        ['File', run === undefined ? undefined : said.get(`${run}-location`)],
      ].filter(([, value]) => value !== undefined && value !== '');
      return [number, Object.fromEntries(entries) as Record<string, string>] as const;
    }),
  );
}
