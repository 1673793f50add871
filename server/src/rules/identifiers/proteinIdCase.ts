import { recognizeId } from '../../identifiers/knownIds.ts';
import { changeMembers, groupMembers, isForeignProteinId } from '../../identifiers/proteinIds.ts';
import { shown } from '../columnKinds.ts';
import type { Rule } from '../rule.ts';
import { proteinColumn } from './proteinColumn.ts';
import { rewriteCell } from './replaceName.ts';

const smallLetter = /[a-z]/;

/**
 * An accession of UniProt in small letters, in the column that identifies proteins by accession.
 * Silent: columns that are not at least nine tenths UniProt, contaminants, decoys and standards (`rP36124`).
 */
export const proteinIdCase: Rule = {
  codes: ['protein-id-case'],
  start(context) {
    const column = proteinColumn(context.profile);
    if (!column?.ofUniprot) return null;
    const { cell, separator } = column;
    return {
      row(data) {
        const text = data.row.cell(cell);
        if (!text || data.summary || !smallLetter.test(text)) return;
        const changed = groupMembers(text, separator).filter((member) => inCapitals(member) !== member);
        if (changed.length === 0) return;
        const place = context.placeOf(data.row, cell, data.index);
        const title = `Write ${changed.map(inCapitals).join(', ')}`;
        context.atPlace(place, {
          code: 'protein-id-case',
          message: `Accessions of UniProt are written in capitals: ${changed.map(shown).join(', ')} ${changed.length === 1 ? 'is' : 'are'} linked to no protein as it stands.`,
          fixes: [rewriteCell(context, place, changeMembers(text, separator, inCapitals), { title, safe: true })],
        });
      },
    };
  },
};

function inCapitals(id: string): string {
  if (!smallLetter.test(id) || isForeignProteinId(id) || recognizeId('uniprot', id) !== null) return id;
  const capitals = id.toUpperCase();
  return recognizeId('uniprot', capitals) === null ? id : capitals;
}
