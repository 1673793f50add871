import { recognizeId } from '../../identifiers/knownIds.ts';
import { accessionOfHeader, groupMembers, isForeignProteinId } from '../../identifiers/proteinIds.ts';
import { isSpreadsheetFloat } from '../../identifiers/spreadsheetFloat.ts';
import { nearMissOf } from '../../identifiers/uniprotNearMiss.ts';
import { ownedText } from '../../table/ownedText.ts';
import { isSpreadsheetError, visibleText } from '../../values/cellKind.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { shown } from '../columnKinds.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { proteinColumn } from './proteinColumn.ts';
import { separatedOtherwise } from './proteinGroupSeparator.ts';

/**
 * An id that is almost an accession of UniProt, in the column that identifies proteins by accession: an error at its cell.
 * Ids of no known form are one information for the column, at the first of them.
 * Silent: columns that are not at least nine tenths UniProt; annotation columns; contaminants, decoys, standards and ids
 * of other databases; accessions in small letters, groups that are separated otherwise, numbers that a spreadsheet
 * made and its error values, which other rules report.
 */
export const proteinIdInvalid: Rule = {
  codes: ['protein-id-invalid'],
  comparesRows: true,
  start(context) {
    const column = proteinColumn(context.profile);
    if (!column?.ofUniprot) return null;
    const { cell, separator } = column;
    const unknown = new Set<string>();
    let first: Place | null = null;
    return {
      row(data) {
        const text = data.row.cell(cell);
        if (!text || data.summary || recognizeId('uniprot', text) !== null) return;
        const strange = groupMembers(visibleText(text), separator).filter((id) => !isUnderstood(id, separator));
        if (strange.length === 0) return;
        if (reportNearMiss(context, data, cell, strange)) return;
        first ??= context.placeOf(data.row, cell, null);
        for (const id of strange) unknown.add(ownedText(id));
      },
      end() {
        if (first) reportUnknown(context, first, unknown);
      },
    };
  },
};

function isUnderstood(id: string, separator: string): boolean {
  return (
    id === '' ||
    recognizeId('uniprot', id) !== null ||
    recognizeId('uniprot', id.toUpperCase()) !== null ||
    recognizeId('uniprot', accessionOfHeader(id) ?? '') !== null ||
    isForeignProteinId(id) ||
    isSpreadsheetFloat(id) ||
    isSpreadsheetError(id) ||
    separatedOtherwise(id, separator) !== null
  );
}

const databasePrefix = /^uniprot(?:kb)?:/i;

function reportNearMiss(context: RuleContext, data: DataRow, cell: number, strange: readonly string[]): boolean {
  for (const id of strange) {
    const accession = accessionOfHeader(id) ?? id.replace(databasePrefix, '');
    const miss = nearMissOf(accession);
    if (!miss) continue;
    const why =
      miss.kind === 'one-short'
        ? 'a character is missing at its end'
        : `${shown(accession.charAt(miss.at))} can't be its character ${miss.at + 1}`;
    context.atCell(data, cell, {
      code: 'protein-id-invalid',
      message: `${shown(accession)} is almost an accession of UniProt and is none: ${why}. Correct it from the original table; as it is, it is linked to no protein.`,
    });
    return true;
  }
  return false;
}

function reportUnknown(context: RuleContext, first: Place, unknown: ReadonlySet<string>): void {
  const [example = ''] = unknown;
  const others = unknown.size === 1 ? '' : ` and ${unknown.size - 1} more ids of this column`;
  context.atPlace(first, {
    code: 'protein-id-invalid',
    severity: 'information',
    message: `${shown(example)}${others}, among accessions of UniProt, ${unknown.size === 1 ? 'is' : 'are'} of no known form: stored as written and linked to no protein.`,
  });
}
