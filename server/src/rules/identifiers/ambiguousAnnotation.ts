import type { IdNamespace } from '#shared/dataset.ts';
import { recognizeId } from '../../identifiers/knownIds.ts';
import { plainName } from '../../profiles/headerName.ts';
import type { Profile } from '../../profiles/profile.ts';
import { ownedText } from '../../table/ownedText.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { shown } from '../columnKinds.ts';
import { headerCellOf } from '../headerCell.ts';
import type { Rule, RuleContext } from '../rule.ts';

const massNames = /^(?:row)?(?:mz|mzmed|medmz|averagemz|avgmz|masstocharge|masscharge|precursormz|quantmass)$/;
const timeNames = /^(?:row)?(?:rt|rtmed|medrt|rtmean|averagert(?:min)?|retentiontime(?:min|s|sec)?|rtmins?|rtsec)$/;

/**
 * One measurement with several candidates for what it is: several names or ids in the cell that identifies it, or a
 * row with the m/z, the retention time and all values of an earlier one under another name, reported at the later.
 * Counted once for each candidate, one peak would weigh several times.
 * Silent: genes and proteins, whose groups have codes of their own; the levels of one lipid and its chains; Biocrates'
 * ratios; rows without m/z, without retention time or without a value; copies under the same name.
 * Source: Sumner et al. 2007, doi 10.1007/s11306-007-0082-2 (levels of identification; putative annotations).
 */
export const ambiguousAnnotation: Rule = {
  codes: ['ambiguous-annotation'],
  comparesRows: true,
  start(context) {
    const { profile } = context;
    const { identity, shape, layout } = profile;
    if (shape === 'sample-sheet' || shape === 'annotation' || shape === 'long' || layout === 'biocrates') return null;
    const kind = identity?.kind ?? null;
    if (kind === 'gene' || kind === 'protein' || profile.omicsType === 'transcriptomics') return null;
    if (shape === 'samples-in-rows') {
      if (kind !== null) judgeHeader(context);
      return null;
    }
    const named = identity?.column ?? -1;
    const twins = shape === 'features-in-rows' ? startTwins(profile) : null;
    if (named < 0 && twins === null) return null;
    return {
      row(data) {
        if (data.summary) return;
        const cell = named >= 0 ? named : (profile.rowKey[0] ?? 0);
        const name = data.row.cell(cell) ?? '';
        const candidates = named >= 0 ? candidatesOf(name, identity?.namespace ?? null) : [];
        const twin = twins?.lineOf(data, name) ?? -1;
        if (candidates.length > 1)
          context.atCell(data, cell, { code: 'ambiguous-annotation', message: several(name, candidates) });
        else if (twin >= 0) {
          context.atCell(data, cell, {
            code: 'ambiguous-annotation',
            message: `${shown(name)} has the m/z, the retention time and all values of line ${twin + 1}: it is another candidate for one measurement. Both are kept; count them once.`,
          });
        }
      },
    };
  },
};

function judgeHeader({ profile, header, atRecord }: RuleContext): void {
  if (!header) return;
  for (const { index, role, feature } of profile.columns) {
    const candidates = role === 'value' ? candidatesOf(feature ?? '', profile.identity?.namespace ?? null) : [];
    if (candidates.length > 1)
      atRecord(header, headerCellOf(profile, header, index), {
        code: 'ambiguous-annotation',
        message: several(feature ?? '', candidates),
      });
  }
}

function several(name: string, candidates: readonly string[]): string {
  return `${shown(name)} names ${candidates.length} candidates for one measurement. It is kept under the whole name and linked to none.`;
}

/** Words of a chemical name, of at least four letters and without a digit, by which no chain and no position is meant. */
const chemicalWord = /^\p{L}[\p{L} '-]{2,}\p{L}$/u;
/** Words that say how atoms lie, or that two amounts were divided. */
const noCandidate = /^(?:alpha|beta|gamma|delta|omega|trans|meta|para|ortho)$|ratio|\bsum\b/i;
/** What cannot be told apart is of one class, which chemical names end with (-ose, -ate, -ine); of a quotient that is rare. */
const sharedEnding = 3;

/** The candidates that a cell names; one or none where it is a single name. */
function candidatesOf(cell: string, namespace: IdNamespace | null): readonly string[] {
  if (!/[|;/]| or /i.test(cell)) return [];
  if (namespace !== null) {
    const ids = cell.split(/\s*[|;]\s*/).filter((id) => recognizeId(namespace, id) !== null);
    return [...new Set(ids)];
  }
  const plain = cell.replace(/\s*\(?\*+\)?\s*$/, '');
  const parts = plain.split(/[|/]| or /i).map((part) => part.trim());
  const sound = parts.every((part) => chemicalWord.test(part) && !noCandidate.test(part));
  const ending = (part: string): string => part.slice(-sharedEnding).toLowerCase();
  const alike = /\||\bor\b/i.test(plain) || parts.every((part) => ending(part) === ending(parts[0] ?? ''));
  return sound && alike ? [...new Set(parts)] : [];
}

/** Finds rows that were measured as one. */
interface Twins {
  /** The line, 0-based, of the first row with the mass, the time and the values of this one under another name; -1 where there is none. */
  lineOf(data: DataRow, name: string): number;
}

function startTwins({ columns }: Profile): Twins | null {
  const find = (names: RegExp): number =>
    columns.find(({ name, role }) => role !== 'value' && names.test(plainName(name)))?.index ?? -1;
  const mass = find(massNames);
  const time = find(timeNames);
  if (mass < 0 || time < 0) return null;
  const firsts = new Map<string, { readonly line: number; readonly name: string }>();
  return {
    lineOf({ row, values }, name) {
      const [atMass, atTime] = [(row.cell(mass) ?? '').trim(), (row.cell(time) ?? '').trim()];
      if (atMass === '' || atTime === '' || !(Math.abs(values.checksum) > 0)) return -1;
      const measured = `${atMass} ${atTime} ${values.checksum}`;
      const first = firsts.get(measured);
      if (first === undefined) firsts.set(measured, { line: row.line, name: ownedText(name) });
      return first === undefined || first.name === name ? -1 : first.line;
    },
  };
}
