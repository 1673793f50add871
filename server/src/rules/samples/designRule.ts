import type { DiagnosticCode } from '#shared/diagnostics.ts';
import type { SampleFacts } from '../../sheets/sheet.ts';
import type { Place } from '../place.ts';
import type { Report } from '../rule.ts';

/** What may be told of a sample by a cell of its own. */
export type DesignPart = 'group' | 'batch' | 'injectionOrder';

/** A sample with what is told of it, and where. */
export interface DesignedSample {
  readonly facts: SampleFacts;
  /** Where a part is told, in the file that is judged; none where another file tells it. */
  readonly places: Readonly<Partial<Record<DesignPart, Place | null>>>;
}

/** What a rule about the design of a study may look at. */
export interface DesignContext {
  /** In order of appearance. */
  readonly samples: readonly DesignedSample[];
  /** What tells the groups, batches and kinds, as `the sample sheet design.csv`. */
  readonly teller: string;
  /** What is judged. */
  readonly judged: 'table' | 'sheet';
  /** Reports at a place, or about the whole file where there is none. */
  report(place: Place | null | undefined, report: Report): void;
}

/**
 * A rule about the groups, batches and injections of a study, whoever tells them: a sample sheet, the table's own lines
 * and columns, or a sheet that is judged by itself. Each lies in a file of its own, named for its code, and in one line of
 * rules/designRules.ts.
 */
export interface DesignRule {
  readonly codes: readonly DiagnosticCode[];
  judge(context: DesignContext): void;
}
