import type { IdNamespace } from '#shared/dataset.ts';
import { recognizeId } from '../../identifiers/knownIds.ts';
import { plainName } from '../../profiles/headerName.ts';
import { ownedText } from '../../table/ownedText.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { shown } from '../columnKinds.ts';
import { headerCellOf } from '../headerCell.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';

const massNames = /^(?:row)?(?:mz|mzmed|medmz|averagemz|avgmz|masstocharge|masscharge|precursormz|quantmass)$/;
const timeNames = /^(?:row)?(?:rt|rtmed|medrt|rtmean|averagert(?:min)?|retentiontime(?:min|s|sec)?|rtmins?|rtsec)$/;

/**
 * One measurement with several candidates for what it is: several names or ids in the cell that identifies it, or rows
 * with one m/z, one retention time and the same values under several names, reported once, at the first of them: a peak
 * may have a hundred candidates. Counted once for each candidate, one peak would weigh several times.
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
    const twins = shape === 'features-in-rows' ? startTwins(context) : null;
    if (named < 0 && twins === null) return null;
    return {
      row(data) {
        if (data.summary) return;
        const cell = named >= 0 ? named : (profile.rowKey[0] ?? 0);
        const name = data.row.cell(cell) ?? '';
        const candidates = named >= 0 ? candidatesOf(name, identity?.namespace ?? null) : [];
        twins?.add(data, cell, name);
        if (candidates.length > 1)
          context.atCell(data, cell, { code: 'ambiguous-annotation', message: several(name, candidates) });
      },
      end() {
        for (const { place, line, rows, lastLine, others } of twins?.named() ?? []) {
          context.atPlace(place, {
            code: 'ambiguous-annotation',
            message:
              `${rows} rows (lines ${line + 1} to ${lastLine + 1}) have one m/z, one retention time and the same ` +
              `values under ${others.size + 1} names: they are candidates for one measurement. All are kept; ` +
              'count it once.',
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

/** Rows that were measured as one, and what they are called. */
interface Peak {
  readonly place: Place;
  readonly name: string;
  readonly line: number;
  rows: number;
  lastLine: number;
  /** Names other than the first; null until there is one. */
  others: Set<string> | null;
}

/** Finds rows that were measured as one. */
interface Twins {
  add(data: DataRow, cell: number, name: string): void;
  /** The measurements that stand under several names, by their first row. */
  named(): readonly (Peak & { readonly others: ReadonlySet<string> })[];
}

function startTwins({ profile: { columns }, placeOf }: RuleContext): Twins | null {
  const find = (names: RegExp): number =>
    columns.find(({ name, role }) => role !== 'value' && names.test(plainName(name)))?.index ?? -1;
  const mass = find(massNames);
  const time = find(timeNames);
  if (mass < 0 || time < 0) return null;
  const peaks = new Map<string, Peak>();
  return {
    add({ row, values, index }, cell, name) {
      const [atMass, atTime] = [(row.cell(mass) ?? '').trim(), (row.cell(time) ?? '').trim()];
      if (atMass === '' || atTime === '' || !(Math.abs(values.checksum) > 0)) return;
      const measured = `${atMass} ${atTime} ${values.checksum}`;
      const peak = peaks.get(measured);
      if (peak === undefined) {
        const place = placeOf(row, cell, index);
        peaks.set(measured, {
          place,
          name: ownedText(name),
          line: row.line,
          rows: 1,
          lastLine: row.line,
          others: null,
        });
        return;
      }
      peak.rows++;
      peak.lastLine = row.line;
      if (name === peak.name) return;
      peak.others ??= new Set();
      peak.others.add(ownedText(name));
    },
    named: () => [...peaks.values()].flatMap((peak) => (peak.others ? [{ ...peak, others: peak.others }] : [])),
  };
}
