import { AmprentaError } from '#shared/errors.ts';
import type { RuleSettings } from '#shared/ruleSettings.ts';
import type { Profile } from '../profiles/profile.ts';
import { type Judgement, judge } from '../rules/judge.ts';
import { organismWithSheet } from '../sheets/organismWithSheet.ts';
import type { SheetChoice } from '../sheets/sheet.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { type DataVisitor, type PassOptions, readDataRows } from '../values/dataRows.ts';
import { pullBatches } from './batchChannel.ts';
import { startCollecting } from './collectRows.ts';
import { describeSamples } from './describedSamples.ts';
import type { Draft, DraftFacts, DraftRow, RejectedRow } from './draft.ts';
import { refuseEmpty, refuseUnsound, rowsToReject } from './refusal.ts';
import { startSurvey } from './survey.ts';

/** What the person (or the caller) says of a dataset. */
export interface DatasetNaming {
  readonly name: string;
  /** Identity of the source: its absolute real path, or a key that was given. */
  readonly sourceKey: string;
  /** Where the file lies, as an absolute path. */
  readonly path: string;
}

/** What judging a table told: its findings, and which sample sheet describes it. */
export type TableJudgement = Pick<Judgement, 'findings' | 'sheet'>;

/** A table that has been recognised, and how its rows are to become a dataset. */
export interface DraftPlan extends DatasetNaming {
  readonly source: ByteSource;
  readonly profile: Profile;
  readonly sha256: string;
  readonly linking: boolean;
  /** As of {@link Draft}. */
  readonly readAnew: boolean;
  /**
   * What judging the table said, where that had to come first because rows may have to stay out; null where the table is
   * judged while its rows are taken, and refused as a whole when something blocks.
   */
  readonly judged: TableJudgement | null;
  /** The sample sheets that may belong to the table. */
  readonly sheets?: SheetChoice;
  /** What a person says of some codes. */
  readonly levels?: RuleSettings;
  /** Told what judging along the way said, before the table is refused for it. */
  readonly onJudged?: (judgement: TableJudgement) => void;
  /** Called with the bytes read so far while the rows are taken. */
  readonly onProgress?: (bytesRead: number) => void;
}

/** The sizes of the batches that turned tables are given out in, in rows. */
const batchRows = 500;

/** Makes the draft of a table, whose rows are read from the source in one pass while they are taken. */
export function makeDraft(plan: DraftPlan): Draft {
  const { source, profile } = plan;
  let facts: DraftFacts | null = null;
  return {
    name: plan.name,
    sourceKey: plan.sourceKey,
    path: plan.path,
    sha256: plan.sha256,
    sizeBytes: source.sizeBytes,
    readAnew: plan.readAnew,
    omicsType: profile.omicsType,
    profile: profile.layout,
    confidence: profile.confidence,
    evidence: profile.evidence,
    shape: profile.shape,
    encoding: profile.encoding,
    delimiter: profile.delimiter,
    headerLine: profile.headerLine,
    overrides: profile.overrides,
    rows: (signal) =>
      pullBatches<readonly DraftRow[]>(async (give, stop) => {
        facts = await produceRows(plan, give, stop);
      }, signal),
    facts() {
      if (facts === null)
        throw new AmprentaError('bug', `${plan.path}: the facts were asked for before the rows had ended.`);
      return facts;
    },
    bytes: (signal) => source.bytes(signal),
  };
}

async function produceRows(
  plan: DraftPlan,
  give: (batch: readonly DraftRow[]) => Promise<void>,
  signal: AbortSignal,
): Promise<DraftFacts> {
  const { source, profile, linking } = plan;
  const rejectedRows: readonly RejectedRow[] = rowsToReject(plan.judged?.findings ?? []);
  const rejected = new Set(rejectedRows.map(({ row }) => row));
  const survey = startSurvey(profile, rejected);
  const collector = startCollecting(profile, { rejected, linking });
  const judgement = await readOnce(plan, bothOf(survey, collector), {
    signal,
    ...(plan.onProgress ? { onProgress: plan.onProgress } : {}),
    afterPiece: () => {
      const ready = collector.take();
      return ready.length > 0 ? give(ready) : undefined;
    },
  });
  const { findings, sheet } = judgement;
  if (plan.judged === null) {
    plan.onJudged?.(judgement);
    refuseUnsound(source.name, findings, false);
  }
  const surveyed = survey.end();
  const facts = collector.end(surveyed);
  refuseEmpty(source.name, facts.rowCount);
  const rest = collector.take();
  for (let at = 0; at < rest.length; at += batchRows) await give(rest.slice(at, at + batchRows));
  const match = sheet?.kind === 'used' ? sheet.match : null;
  const organism = organismWithSheet(profile, sheet);
  return {
    missingFraction: surveyed.missingFraction,
    ...facts,
    samples: describeSamples(facts.samples, profile, match),
    taxon: organism?.taxon ?? null,
    organism: organism?.name ?? null,
    organismEvidence: organism?.evidence ?? '',
    findings,
    rejectedRows,
  };
}

/** Reads the table once more, or for the first time, and then judges it along the way. */
async function readOnce(plan: DraftPlan, visitor: DataVisitor, options: PassOptions): Promise<TableJudgement> {
  const { source, profile, sheets, levels } = plan;
  if (plan.judged === null) {
    return judge(source, profile, {
      ...options,
      ...(sheets ? { sheets } : {}),
      ...(levels ? { levels } : {}),
      alsoTell: visitor,
    });
  }
  await readDataRows(source, profile, visitor, options);
  return plan.judged;
}

function bothOf(one: DataVisitor, other: DataVisitor): DataVisitor {
  return {
    row(data) {
      one.row(data);
      other.row(data);
    },
  };
}
