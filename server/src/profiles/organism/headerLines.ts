import type { Head } from '../../table/head.ts';
import type { Reading } from '../layout.ts';
import { fieldReader } from './organismField.ts';
import type { Mark, MarkReader } from './organismMarks.ts';
import { nameOfTaxon, taxonOfName } from './organismNames.ts';

/** Lines above a table that say of which organism its samples are. */
export interface HeaderLines {
  readonly name: string;
  readonly cells: readonly string[];
  readonly read: MarkReader;
}

/**
 * Those lines of the formats that have them: `SU:SUBJECT_SPECIES` and `SU:TAXONOMY_ID` of mwTab, `sample[1]-species[1]` of
 * mzTab-M, `!Sample_organism_ch1` and `!Sample_taxid_ch1` of a GEO series matrix.
 * Sources: mwTab format 1.6, section SUBJECT; mzTab-M 2.0, "sample[1-n]-species[1-n]"; GEO's SOFT format, "Sample".
 */
export function headerLines(head: Head, { dataLine }: Reading): readonly HeaderLines[] {
  const species: string[] = [];
  const lines: HeaderLines[] = [];
  for (const { line, text, cells } of head.rows) {
    if (line >= dataLine) break;
    if (!/^(?:SU:|MTD\tsample\[|"?!Sample_)/.test(text)) continue;
    const name = (cells[0] ?? '').trim();
    if (name === 'MTD') {
      if (/^sample\[\d+\]-species\[\d+\]$/.test((cells[1] ?? '').trim())) species.push(cells[2] ?? '');
      continue;
    }
    const read = fieldReader(name);
    if (read) lines.push({ name, cells: cells.slice(1), read });
  }
  return species.length === 0 ? lines : [...lines, { name: 'sample[]-species[]', cells: species, read: readParameter }];
}

/** The organism of a parameter `[NCBITaxon, NCBITaxon:10090, Mus musculus, ]`. */
function readParameter(cell: string): readonly Mark[] {
  const [, , name = ''] = cell.replace(/^\[|\]$/g, '').split(',');
  const taxon = taxonOfName(cell) ?? taxonOfName(name);
  return taxon === null ? [] : [{ taxon, name: nameOfTaxon(taxon, name.trim()), by: '' }];
}
