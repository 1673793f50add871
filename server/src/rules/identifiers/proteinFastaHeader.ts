import { recognizeId } from '../../identifiers/knownIds.ts';
import { accessionOfHeader, changeMembers } from '../../identifiers/proteinIds.ts';
import { ownedText } from '../../table/ownedText.ts';
import { shown } from '../columnKinds.ts';
import type { Place } from '../place.ts';
import type { Rule } from '../rule.ts';
import { proteinColumn } from './proteinColumn.ts';
import { rewriteCell } from './replaceName.ts';

interface FoundHeader {
  readonly text: string;
  readonly accessions: string;
  readonly place: Place;
}

/** So many headers without a plain accession between them are a habit. */
const fewestOfHabit = 20;

/**
 * The header of a FASTA entry in a column of plain accessions of UniProt.
 * Silent: columns of which half or more are headers, as FragPipe, AlphaPept and other tools write them: they are
 * understood as they are; columns that are not at least nine tenths UniProt; headers without an accession.
 */
export const proteinFastaHeader: Rule = {
  codes: ['protein-fasta-header'],
  comparesRows: true,
  start(context) {
    const column = proteinColumn(context.profile);
    if (!column?.ofUniprot) return null;
    const { cell, separator } = column;
    const found: FoundHeader[] = [];
    let cells = 0;
    let isHabit = false;
    return {
      row(data) {
        const text = isHabit ? undefined : data.row.cell(cell);
        if (!text || data.summary) return;
        cells++;
        if (!text.includes('|')) return;
        const accessions = accessionsIn(text, separator);
        if (accessions === text) return;
        const place = context.placeOf(data.row, cell, data.index);
        found.push({ text: ownedText(text), accessions: ownedText(accessions), place });
        isHabit = found.length >= fewestOfHabit && found.length === cells;
      },
      end() {
        if (found.length * 2 >= cells) return;
        for (const { text, accessions, place } of found) {
          context.atPlace(place, {
            code: 'protein-fasta-header',
            message: `${shown(text)} is the header of a FASTA entry; the other rows have the accession alone.`,
            fixes: [rewriteCell(context, place, accessions, { title: `Write ${accessions}`, safe: true })],
          });
        }
      },
    };
  },
};

/** Where the members of a group are parted by what stands in every entry name (`sp|P04637|P53_HUMAN`), a header is one member. */
function accessionsIn(text: string, separator: string): string {
  return separator === '_' && text.split('|').length === 3
    ? accessionIn(text)
    : changeMembers(text, separator, accessionIn);
}

function accessionIn(member: string): string {
  const accession = accessionOfHeader(member);
  return accession !== null && recognizeId('uniprot', accession) !== null ? accession : member;
}
