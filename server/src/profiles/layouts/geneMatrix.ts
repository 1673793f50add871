import { areGenes, geneShare } from '../geneNames.ts';
import { gridOf } from '../grid.ts';
import { plainName } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { lipidShare } from '../lipidNames.ts';
import { plainReading } from '../plainReading.ts';
import { plainTableOf } from '../plainTable.ts';

/** Columns that are called so need not prove that they hold symbols, only that these have the form. */
const geneColumn = /^(?:gene.*|symbols?|hgnc.*|ensembl.*|entrez.*|transcript.*|ensg|mgisymbol)$/;

/** A matrix of no known tool whose features are genes: at least four in five have the form of symbols or ids. */
export const geneMatrix: Layout = {
  name: 'gene-matrix',
  recognize(head) {
    const table = plainTableOf(gridOf(head));
    if (table.shape !== 'features-in-rows' && table.shape !== 'samples-in-rows') return null;
    const name = table.shape === 'features-in-rows' ? (table.grid.names[table.key] ?? '') : '';
    const genes = holdsGenes(plainName(name), table.features);
    if (!genes || lipidShare(table.features) >= 0.5) return null;
    return plainReading(table, 0.6, `No tool's columns are in it; ${table.evidence}`, true);
  },
};

/** NCBI's gene ids are bare numbers, so that only the column's name tells them. */
function holdsGenes(column: string, cells: readonly string[]): boolean {
  if (/^(?:entrez.*|ncbigene.*|geneids?)$/.test(column) && cells.every((cell) => /^\d+$/.test(cell)))
    return cells.length > 0;
  return geneColumn.test(column) ? geneShare(cells) >= 0.8 : areGenes(cells);
}
