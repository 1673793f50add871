import { diagnostics, type Finding } from '#shared/diagnostics.ts';
import { type RuleSettings, shownSeverity } from '#shared/ruleSettings.ts';
import type { SheetChoice } from '../sheets/sheet.ts';
import type { Row } from '../table/row.ts';
import type { KindCounts } from './kindCounts.ts';
import { type MeasuredSamples, startMeasuredSamples } from './measuredSamples.ts';
import type { Place } from './place.ts';
import { startPlaces } from './place.ts';
import type { Report, RuleContext } from './rule.ts';

/** Where the rules of one pass report to. */
export interface FindingList {
  readonly context: RuleContext;
  /** Is to be told of every data row before the rules are. */
  readonly measured: MeasuredSamples;
  /** All findings by line, cell and code, one a cell and code. */
  end(): readonly Finding[];
}

/** What is known of a table before its first data row. */
export interface TableHead extends Pick<RuleContext, 'profile' | 'header' | 'above'> {
  /** The file's first record; null where it has none. */
  readonly first: Row | null;
}

/** Starts an empty list; `levels` is what a person says of codes. */
export function startFindingList(
  { profile, header, above, first }: TableHead,
  counts: KindCounts,
  { levels = {}, sheets = null }: { readonly levels?: RuleSettings; readonly sheets?: SheetChoice | null } = {},
): FindingList {
  const { placeOf, placeOfFile } = startPlaces(profile.dialect);
  const findings: Finding[] = [];
  const measured = startMeasuredSamples({ profile, header, placeOf });

  const add = (place: Place, report: Report): void => {
    const usual = diagnostics[report.code];
    const blocks = report.blocks ?? usual.blocks;
    const severity = shownSeverity({ severity: report.severity ?? usual.severity, blocks }, levels[report.code]);
    if (severity === null) return;
    findings.push({
      code: report.code,
      severity,
      blocks,
      range: place.range,
      cell: place.cell,
      message: report.message,
      fixes: report.fixes ?? [],
      row: place.row,
    });
  };

  return {
    context: {
      profile,
      header,
      above,
      counts,
      measured,
      sheets,
      atCell: (data, cell, report) => add(placeOf(data.row, cell, data.index), report),
      atRow: (data, report) => add(placeOf(data.row, -1, data.index), report),
      atRecord: (row, cell, report) => add(placeOf(row, cell, null), report),
      atFile: (report) => add(placeOfFile(first), report),
      atPlace: add,
      placeOf,
    },
    measured,
    end: () => inOrder(findings),
  };
}

function byPlace(one: Finding, other: Finding): number {
  return (
    one.range.startLine - other.range.startLine ||
    one.cell - other.cell ||
    (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)
  );
}

/** There may be a million, which mostly were found in order: then nothing is moved or copied. */
function inOrder(findings: Finding[]): readonly Finding[] {
  if (isRising(findings)) return findings;
  return findings.sort(byPlace).filter((finding, at) => {
    const before = findings[at - 1];
    return !before || byPlace(before, finding) !== 0;
  });
}

function isRising(findings: readonly Finding[]): boolean {
  let before: Finding | null = null;
  for (const finding of findings) {
    if (before && byPlace(before, finding) >= 0) return false;
    before = finding;
  }
  return true;
}
