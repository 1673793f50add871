import { columnTitle } from '../columnKinds.ts';
import { headerCellOf } from '../headerCell.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';

/**
 * An Ensembl id at a cell's beginning and its version.
 * Source: Ensembl, "Stable IDs" (https://www.ensembl.org/info/genome/stable_ids/index.html).
 */
const ensemblId = /^\s*(?:ENS(?:[A-Z]{3,4})?[A-Z]{1,2}\d{11}|MGP_[A-Za-z0-9]+_[GTPE]\d{7})(?!\d)(\.\d+)?/;

/**
 * Ensembl ids with a version beside ids without one in the column that identifies the features, or in the header with
 * samples in rows; at the first of those that are fewer. One release has one version of each, so that the file was
 * joined of several sources. Silent: tables whose features are not identified by Ensembl.
 */
export const ensemblVersionMixed: Rule = {
  codes: ['ensembl-version-mixed'],
  comparesRows: true,
  start(context) {
    const { identity, columns, shape } = context.profile;
    if (identity?.namespace !== 'ensembl' || shape === 'sample-sheet') return null;
    const counts = { with: 0, without: 0 };
    const first: { with?: Place; without?: Place } = {};
    const look = (text: string, placeOf: () => Place): void => {
      const members = identity.groupSeparator === null ? [text] : text.split(identity.groupSeparator);
      for (const member of members) {
        const match = ensemblId.exec(member);
        if (!match) continue;
        const kind = match[1] === undefined ? 'without' : 'with';
        counts[kind]++;
        first[kind] ??= placeOf();
      }
    };
    const cell = identity.column;
    return {
      ...(cell >= 0
        ? { row: ({ row, index }) => look(row.cell(cell) ?? '', () => context.placeOf(row, cell, index)) }
        : {}),
      end() {
        if (cell < 0) lookAtHeader(context, look);
        const place = counts.with < counts.without ? first.with : first.without;
        if (counts.with === 0 || counts.without === 0 || place === undefined) return;
        const where = cell < 0 ? 'The header' : columnTitle(columns[cell] ?? { name: '', index: cell });
        context.atPlace(place, {
          code: 'ensembl-version-mixed',
          message: `${where} has ${counts.with} Ensembl ids with a version and ${counts.without} without one. They are linked all the same; other programs take them for different ids.`,
        });
      },
    };
  },
};

function lookAtHeader(
  { profile, header, placeOf }: RuleContext,
  look: (text: string, place: () => Place) => void,
): void {
  if (!header) return;
  for (const { index, role, name, feature, featureId } of profile.columns)
    if (role === 'value')
      look(featureId ?? feature ?? name, () => placeOf(header, headerCellOf(profile, header, index), null));
}
