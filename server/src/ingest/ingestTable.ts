import { isDeepStrictEqual } from 'node:util';
import type { Severity } from '#shared/diagnostics/entry.ts';
import type { Finding } from '#shared/diagnostics.ts';
import { type AmprentaError, type ErrorKind, toAmprentaError } from '#shared/errors.ts';
import type { OverrideName, Overrides } from '#shared/overrides.ts';
import type { RuleSettings } from '#shared/ruleSettings.ts';
import { overridesOf } from '../profiles/followOverrides.ts';
import type { Profile } from '../profiles/profile.ts';
import { readProfile } from '../profiles/readProfile.ts';
import { judge } from '../rules/judge.ts';
import type { SheetUse } from '../sheets/matchSheet.ts';
import type { SheetChoice } from '../sheets/sheet.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { hashContent } from './content.ts';
import type { DatasetStore, SaveResult } from './datasetStore.ts';
import { isDescribedAnew } from './describedSamples.ts';
import type { RejectedRow } from './draft.ts';
import { type DatasetNaming, makeDraft, type TableJudgement } from './makeDraft.ts';
import { refuseUnmeasured, refuseUnsound, rowsToReject } from './refusal.ts';

/** What an ingest is told besides the table. */
export interface IngestOptions extends DatasetNaming {
  /** What a person says of the table. */
  readonly overrides?: Overrides;
  /** What a person says of some codes: how their findings are stored, and whether they are. */
  readonly levels?: RuleSettings;
  /**
   * The sample sheets that may belong to the table. Where none of them does, nothing is said of sheets, and the same bytes
   * stay as they are stored.
   */
  readonly sheets?: SheetChoice;
  /** Leave out rows with a finding that blocks, instead of refusing the table. */
  readonly allowErrors: boolean;
  /** Link rows with an id of a known form to the features that all datasets share. */
  readonly linking: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/** How far an ingest has come: in judging the file, where that comes first, and in storing its rows. */
export interface IngestProgress {
  readonly phase: 'judging' | 'storing';
  readonly bytesRead: number;
  readonly sizeBytes: number;
}

/** What came of an ingest; a failure is told here and not thrown, so that one of several files stops no other. */
export interface IngestOutcome {
  readonly status: SaveResult['status'] | 'failed';
  /** Null where nothing was stored. */
  readonly datasetId: string | null;
  /** From 1; 0 where nothing was stored. */
  readonly revision: number;
  readonly profile: Profile | null;
  /** Distinct row keys stored. */
  readonly features: number;
  /** Sample and statistic columns. */
  readonly columns: number;
  /** Cells stored with a number. */
  readonly values: number;
  readonly rejectedRows: readonly RejectedRow[];
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Which sample sheet describes the samples; null where none does. */
  readonly sheet: SheetUse | null;
  readonly seconds: number;
  readonly error: { readonly kind: ErrorKind; readonly message: string } | null;
}

/**
 * Ingests one table: the same bytes again are `unchanged`, findings that block refuse it unless `allowErrors`, and all
 * else goes to the store in one transaction. Failures are in the outcome; only `cancelled` is thrown.
 * @throws cancelled when `options.signal` is aborted
 */
export async function ingestTable(
  source: ByteSource,
  store: DatasetStore,
  options: IngestOptions,
): Promise<IngestOutcome> {
  const startedMs = performance.now();
  const ingest = startIngest(source, store, options);
  const outcome = await ingest.run().catch((thrown: unknown) => ingest.failure(toAmprentaError(thrown)));
  return { ...outcome, seconds: (performance.now() - startedMs) / 1000 };
}

/** An ingest under way, with what is known of its table so far. */
interface Ingest {
  run(): Promise<IngestOutcome>;
  /** @throws cancelled */
  failure(error: AmprentaError): IngestOutcome;
}

function startIngest(source: ByteSource, store: DatasetStore, options: IngestOptions): Ingest {
  const { signal, sheets, levels, allowErrors } = options;
  let profile: Profile | null = null;
  let judgement: TableJudgement | null = null;

  const judgeTable = async (recognized: Profile): Promise<TableJudgement> => {
    judgement = await judge(source, recognized, {
      ...(signal ? { signal } : {}),
      ...(sheets ? { sheets } : {}),
      ...(levels ? { levels } : {}),
      onProgress: progressOf('judging'),
    });
    return judgement;
  };
  const progressOf = (phase: IngestProgress['phase']) => (bytesRead: number) =>
    options.onProgress?.({ phase, bytesRead, sizeBytes: source.sizeBytes });
  const outcomeOf = (parts: Partial<IngestOutcome>): IngestOutcome => {
    const findings = judgement?.findings ?? [];
    return {
      status: 'failed',
      datasetId: null,
      revision: 0,
      profile,
      features: 0,
      columns: 0,
      values: 0,
      rejectedRows: rowsToReject(findings),
      findings,
      counts: countBySeverity(findings),
      sheet: judgement?.sheet ?? null,
      seconds: 0,
      error: null,
      ...parts,
    };
  };
  /** The same bytes are stored already: nothing is written, and what is stored is told. */
  const describeStored = async (recognized: Profile, saved: SaveResult): Promise<IngestOutcome> => {
    if (judgement === null) await judgeTable(recognized);
    const { features, columns, values } = await store.show(saved.datasetId);
    return outcomeOf({ ...saved, features, columns, values });
  };

  return {
    async run() {
      const sha256 = await hashContent(source, signal);
      const recognized = await readProfile(source, {
        ...(options.overrides ? { overrides: options.overrides } : {}),
        ...(signal ? { signal } : {}),
      });
      profile = recognized;
      refuseUnmeasured(source.name, recognized.shape);
      const stored = await store.findContent(sha256);
      // With errors allowed it has to be known beforehand which rows stay out; with a sheet, whether it describes what is stored.
      const judged = allowErrors || (stored && sheets) ? await judgeTable(recognized) : null;
      if (judged && stored === null) refuseUnsound(source.name, judged.findings, true);
      const readAnew = stored !== null && (await isReadOtherwise(store, stored.datasetId, recognized, judged?.sheet));
      const draft = makeDraft({
        readAnew,
        name: options.name,
        sourceKey: options.sourceKey,
        path: options.path,
        linking: options.linking,
        source,
        profile: recognized,
        sha256,
        judged: allowErrors ? judged : null,
        ...(sheets ? { sheets } : {}),
        ...(levels ? { levels } : {}),
        onJudged: (said) => {
          judgement = said;
        },
        onProgress: progressOf('storing'),
      });
      const saved = await store.save(draft, signal ? { signal } : {});
      if (saved.status === 'unchanged') return describeStored(recognized, saved);
      const facts = draft.facts();
      return outcomeOf({
        ...saved,
        features: facts.featureCount,
        columns: facts.columns.length,
        values: facts.valueCount,
      });
    },
    failure(error) {
      if (error.kind === 'cancelled') throw error;
      return outcomeOf({ error: { kind: error.kind, message: error.message } });
    },
  };
}

/** What shows in no other fact of a stored dataset. */
const partsReadByColumn = [
  'rowKey',
  'sampleColumns',
  'sampleSheet',
  'scale',
  'missingTokens',
  'valueTokens',
  'taxon',
] as const satisfies readonly OverrideName[];

/** True where these bytes are stored by another reading, or with another sample sheet, than a person asks for. */
async function isReadOtherwise(
  store: DatasetStore,
  datasetId: string,
  profile: Profile,
  sheet: SheetUse | null = null,
): Promise<boolean> {
  const {
    omicsType,
    profile: layout,
    shape,
    encoding,
    delimiter,
    quantities,
    overrides,
    samples,
  } = await store.show(datasetId);
  if (sheet?.kind === 'used' && isDescribedAnew(samples, sheet.match)) return true;
  // A newer version of a layout reads the same bytes otherwise, too; that is nothing a person asked for.
  if (overridesOf(overrides).length === 0 && overridesOf(profile.overrides).length === 0) return false;
  const primaryOf = (list: readonly { readonly primary: boolean; readonly name: string | null }[]) =>
    list.find(({ primary }) => primary)?.name ?? null;
  return (
    omicsType !== profile.omicsType ||
    layout !== profile.layout ||
    shape !== profile.shape ||
    encoding !== profile.encoding ||
    delimiter !== profile.delimiter ||
    primaryOf(quantities) !== primaryOf(profile.quantities) ||
    partsReadByColumn.some((part) => !isDeepStrictEqual(overrides[part], profile.overrides[part]))
  );
}

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
