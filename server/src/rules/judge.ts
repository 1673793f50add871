import type { Finding } from '#shared/diagnostics.ts';
import type { RuleSettings } from '#shared/ruleSettings.ts';
import type { Profile } from '../profiles/profile.ts';
import type { SheetUse } from '../sheets/matchSheet.ts';
import type { SheetChoice } from '../sheets/sheet.ts';
import type { ByteSource } from '../table/byteSource.ts';
import type { Row } from '../table/row.ts';
import { type DataRow, type DataVisitor, type PassOptions, readDataRows } from '../values/dataRows.ts';
import { numericColumns } from '../values/rowValues.ts';
import { startTally, type Tally } from '../values/tally.ts';
import { startFindingList, type TableHead } from './findingList.ts';
import { rules } from './index.ts';
import { startKindCounts } from './kindCounts.ts';
import type { RuleRun } from './rule.ts';
import { judgeDesign } from './samples/designRules.ts';
import { startPlacedSamples } from './samples/placedSamples.ts';
import { judgeSamples } from './samples/sampleRules.ts';
import { startSheetDesign } from './samples/sheetDesign.ts';
import { hasOpenQuote } from './structure/openQuote.ts';

/** What judging a table gives. */
export interface Judgement {
  /** By line, cell and code; one a cell and code; never capped. */
  readonly findings: readonly Finding[];
  readonly tally: Tally;
  /** Which of the sheets that were given describes the samples; null where none does. */
  readonly sheet: SheetUse | null;
}

/** How a table is judged. */
export interface JudgeOptions extends PassOptions {
  /** Is told of the same records in the same pass. */
  readonly alsoTell?: DataVisitor;
  /** The sample sheets that may belong to the table; without them nothing is said of sheets. */
  readonly sheets?: SheetChoice;
  /** What a person says of some codes. */
  readonly levels?: RuleSettings;
}

/**
 * Reads a table once and lets every rule look at it.
 * @throws AbortError when `options.signal` is aborted
 */
export async function judge(source: ByteSource, profile: Profile, options: JudgeOptions = {}): Promise<Judgement> {
  const { alsoTell } = options;
  const tally = startTally(profile);
  const above: Row[] = [];
  let header: Row | null = null;
  let pass: RulePass | null = null;
  await readDataRows(
    source,
    profile,
    {
      before(row) {
        above.push(row);
        if (row.line === profile.headerLine) header = row;
        alsoTell?.before?.(row);
      },
      blank(row) {
        pass ??= startPass({ profile, header, above, first: above[0] ?? row }, options);
        pass.blank(row);
        alsoTell?.blank?.(row);
      },
      row(data) {
        pass ??= startPass({ profile, header, above, first: above[0] ?? data.row }, options);
        pass.row(data);
        tally.row(data);
        alsoTell?.row(data);
      },
    },
    options,
  );
  return {
    ...(pass ?? startPass({ profile, header, above, first: above[0] ?? null }, options)).end(),
    tally: tally.end(),
  };
}

interface RulePass {
  row(data: DataRow): void;
  blank(row: Row): void;
  end(): Pick<Judgement, 'findings' | 'sheet'>;
}

function startPass(head: TableHead, { sheets, levels }: JudgeOptions): RulePass {
  const { profile } = head;
  const counts = startKindCounts(numericColumns(profile).length);
  const list = startFindingList(head, counts, { ...(levels ? { levels } : {}), sheets: sheets ?? null });
  const runs = rules.flatMap((rule) => rule.start(list.context) ?? []);
  const onRow = callsOf(runs, 'row');
  const onIrregularRow = callsOf(runs, 'irregularRow');
  const onBrokenRow = callsOf(runs, 'brokenRow');
  const onBlank = callsOf(runs, 'blank');
  const samples = startPlacedSamples(list.context, sheets !== undefined);
  const design = startSheetDesign(list.context);
  let dataRows = 0;
  return {
    row(data) {
      dataRows++;
      if (data.row.quoteUnclosed && hasOpenQuote(data.row.text, profile.dialect.delimiter)) {
        for (const call of onBrokenRow) call(data);
        return;
      }
      counts.row(data);
      list.measured.row(data);
      samples?.row(data);
      design?.row(data);
      for (const call of onRow) call(data);
      if (data.values.irregular) for (const call of onIrregularRow) call(data);
    },
    blank(row) {
      for (const call of onBlank) call(row);
    },
    end() {
      for (const run of runs) run.end?.(dataRows);
      const sheet = samples ? judgeSamples(list.context, samples.end(), sheets ?? null) : null;
      if (design) judgeDesign(list.context, { samples: design.end(), teller: 'this sheet', judged: 'sheet' });
      return { findings: list.end(), sheet };
    },
  };
}

function callsOf<Name extends 'row' | 'irregularRow' | 'brokenRow' | 'blank'>(
  runs: readonly RuleRun[],
  name: Name,
): readonly NonNullable<RuleRun[Name]>[] {
  return runs.flatMap((run) => run[name] ?? []);
}
