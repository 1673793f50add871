import type { Severity } from '#shared/diagnostics/entry.ts';
import type { DiagnosticCode, Fix } from '#shared/diagnostics.ts';
import type { Profile } from '../profiles/profile.ts';
import type { SheetChoice } from '../sheets/sheet.ts';
import type { Row } from '../table/row.ts';
import type { DataRow } from '../values/dataRows.ts';
import type { KindCounts } from './kindCounts.ts';
import type { MeasuredSamples } from './measuredSamples.ts';
import type { Place } from './place.ts';

/** What a rule says; the judge adds the place and what the table of codes says of the code. */
export interface Report {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Where it differs from the table of codes. */
  readonly severity?: Severity;
  /** Where it differs from the table of codes. */
  readonly blocks?: boolean;
}

/** What a rule may look at and where it reports to. */
export interface RuleContext {
  readonly profile: Profile;
  /** The header's record, or null where the table has none. */
  readonly header: Row | null;
  /** The records before the data, the header among them; blank lines too. */
  readonly above: readonly Row[];
  /** How the cells of each column turned out so far; complete at the pass's end. */
  readonly counts: KindCounts;
  /** What each sample's numbers come to, by quantity; complete at the pass's end. */
  readonly measured: Pick<MeasuredSamples, 'all'>;
  /** The sample sheets that may belong to the table; null where nothing is known of them. */
  readonly sheets: SheetChoice | null;
  /** Reports at a cell of a data row. */
  atCell(data: DataRow, cell: number, report: Report): void;
  /** Reports at a whole data row. */
  atRow(data: DataRow, report: Report): void;
  /** Reports at a cell (-1: the whole line) of a record that is no data row: the header, a blank line. */
  atRecord(row: Row, cell: number, report: Report): void;
  /** Reports about the whole file, which sits at line 1, cell 1. */
  atFile(report: Report): void;
  /** Reports at a place that was kept from before: for findings that are known only at the end. */
  atPlace(place: Place, report: Report): void;
  /** Keeps the place of a cell (-1: the whole line), for a finding that will be known later; keeps no text alive. */
  placeOf(row: Row, cell: number, dataRow: number | null): Place;
}

/** One pass of a rule over one table. */
export interface RuleRun {
  /** Every data row. What is done here is paid for by every table; keep it to what no other call serves. */
  row?(data: DataRow): void;
  /** Only data rows with a measured cell that is neither a plain number nor empty. */
  irregularRow?(data: DataRow): void;
  /** A data row with a quote that nothing closes: its cells are not to be relied on, so no other call is made for it. */
  brokenRow?(data: DataRow): void;
  /** A record without content that stands before a data row. */
  blank?(row: Row): void;
  /** After the last record; `dataRows` is how many data rows there were. */
  end?(dataRows: number): void;
}

/**
 * A rule: one kind of defect, told by one pass. Each lies in a file of its own, named for its code, and in one line of
 * rules/index.ts.
 */
export interface Rule {
  /** The codes it may report, for documentation and settings. */
  readonly codes: readonly DiagnosticCode[];
  /** True where a finding at one row depends on which other rows there are, so that it can't be told from the row alone. */
  readonly comparesRows?: true;
  /** Begins a pass; null where the rule has nothing to say about tables of this profile. */
  start(context: RuleContext): RuleRun | null;
}
