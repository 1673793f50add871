import { type DiagnosticCode, diagnostics, type Finding, type Severity } from '#shared/diagnostics.ts';
import type { OmicsType } from '#shared/dataset.ts';
import { AmprentaError, type ErrorKind, toAmprentaError } from '#shared/errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { validate } from '../rules/validate.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { readDataRows } from '../values/dataRows.ts';
import { hashContent } from './content.ts';
import type { DatasetStore, SaveResult } from './datasetStore.ts';
import type { Draft, RejectedRow } from './draft.ts';
import { type DatasetNaming, makeDraft } from './makeDraft.ts';
import { type Survey, startSurvey } from './survey.ts';

/** What an ingest is told besides the table. */
export interface IngestOptions extends DatasetNaming {
  /** Overrides what the table tells. */
  readonly omicsType?: OmicsType;
  /** Leave out rows with a finding that blocks, instead of refusing the table. */
  readonly allowErrors: boolean;
  /** Link rows with an id of a known form to the features that all datasets share. */
  readonly linking: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/** How far an ingest has come: of the file while it is read, of the rows while they are stored. */
export type IngestProgress =
  | { readonly phase: 'reading'; readonly bytesRead: number; readonly sizeBytes: number }
  | { readonly phase: 'storing'; readonly rowsWritten: number; readonly rowCount: number };

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
  readonly seconds: number;
  readonly error: { readonly kind: ErrorKind; readonly message: string } | null;
}

/**
 * Ingests one table: the same bytes again are `unchanged`, findings that block refuse it unless `allowErrors`, and all
 * else goes to the store in one transaction. Failures are in the outcome; only `cancelled` is thrown.
 * @throws cancelled when `options.signal` is aborted
 */
export async function ingestTable(source: ByteSource, store: DatasetStore, options: IngestOptions): Promise<IngestOutcome> {
  const startedMs = performance.now();
  const outcome = await attempt(source, store, options);
  return { ...outcome, seconds: (performance.now() - startedMs) / 1000 };
}

async function attempt(source: ByteSource, store: DatasetStore, options: IngestOptions): Promise<IngestOutcome> {
  const read: { table: Table | null } = { table: null };
  try {
    const sha256 = await hashContent(source, options.signal);
    read.table = await readTable(source, options);
    const { profile, findings, rejectedRows, survey } = read.table;
    // What is stored already was accepted then, and is not asked about again.
    if ((await store.findContent(sha256)) === null) refuse(read.table, source.name, options.allowErrors);
    const draft = await makeDraft(
      { source, profile, findings, rejectedRows, survey, sha256 },
      { name: options.name, sourceKey: options.sourceKey, path: options.path },
      options.linking,
      options.signal,
    );
    const saved = await save(draft, store, options);
    return {
      ...describe(read.table),
      ...saved,
      features: draft.featureCount,
      columns: draft.columns.length,
      values: draft.valueCount,
      error: null,
    };
  } catch (thrown) {
    const { kind, message } = toAmprentaError(thrown);
    if (kind === 'cancelled') throw thrown;
    return { ...describe(read.table), error: { kind, message } };
  }
}

function save(draft: Draft, store: DatasetStore, { signal, onProgress }: IngestOptions): Promise<SaveResult> {
  return store.save(draft, {
    ...(signal ? { signal } : {}),
    onProgress: (progress) => onProgress?.({ phase: 'storing', ...progress }),
  });
}

/** A table that has been read through once, with what has to stay out of the dataset. */
interface Table {
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  readonly rejectedRows: readonly RejectedRow[];
  readonly survey: Survey;
}

async function readTable(source: ByteSource, options: IngestOptions): Promise<Table> {
  const { signal, onProgress } = options;
  const surveys: ReturnType<typeof startSurvey>[] = [];
  const { profile: recognized, findings } = await validate(source, {
    ...(signal ? { signal } : {}),
    onProgress: (bytesRead) => onProgress?.({ phase: 'reading', bytesRead, sizeBytes: source.sizeBytes }),
    alsoTell: (profile) => {
      const survey = startSurvey(profile, new Set());
      surveys.push(survey);
      return survey;
    },
  });
  const profile = options.omicsType ? withOmicsType(recognized, options.omicsType) : recognized;
  const rejectedRows = rowsToReject(findings);
  const [whole] = surveys;
  if (rejectedRows.length === 0 && whole) return { profile, findings, rejectedRows, survey: whole.end() };
  const survey = startSurvey(profile, new Set(rejectedRows.map(({ row }) => row)));
  await readDataRows(source, profile, survey, signal ? { signal } : {});
  return { profile, findings, rejectedRows, survey: survey.end() };
}

function withOmicsType(profile: Profile, omicsType: OmicsType): Profile {
  return { ...profile, omicsType, omicsEvidence: 'as the person said' };
}

/** Of a repeated sample all copies are kept, told apart by their place; every other finding that blocks a row keeps it out. */
function rowsToReject(findings: readonly Finding[]): RejectedRow[] {
  const rows = new Map<number, { line: number; codes: Set<DiagnosticCode> }>();
  for (const finding of findings) {
    if (!finding.blocks || finding.row === null || finding.code === 'duplicate-sample') continue;
    const rejected = rows.get(finding.row) ?? { line: finding.range.startLine, codes: new Set() };
    rejected.codes.add(finding.code);
    rows.set(finding.row, rejected);
  }
  return [...rows].map(([row, { line, codes }]) => ({ row, line, codes: [...codes] })).sort((a, b) => a.row - b.row);
}

/** @throws invalidInput where nothing sound can be stored, or where a person has to decide first */
function refuse({ findings, profile, survey }: Table, name: string, allowErrors: boolean): void {
  const blocking = findings.filter((finding) => finding.blocks);
  const final = blocking.filter((finding) => isRefused(finding));
  const [first] = final.length > 0 ? final : blocking;
  if (first && (final.length > 0 || !allowErrors)) {
    const place = `${name}:${first.range.startLine + 1}`;
    const others = final.length === 0 && blocking.length > 1 ? ` (and ${blocking.length - 1} more)` : '';
    const remedy =
      final.length > 0
        ? 'Nothing was stored; mend the file and ingest it again.'
        : 'Nothing was stored; mend the file, or use --allow-errors to ingest the sound rows.';
    throw new AmprentaError('invalidInput', `${place}: ${first.message}${others} ${remedy}`);
  }
  if (profile.shape === 'sample-sheet' || profile.shape === 'annotation') {
    const what = profile.shape === 'sample-sheet' ? 'a sample sheet' : 'an annotation table';
    throw new AmprentaError(
      'invalidInput',
      `${name} is ${what}: nothing in it is measured, so there is no dataset to store. Ingest the table with the measurements.`,
    );
  }
  if (survey.rows === 0) {
    throw new AmprentaError('invalidInput', `${name}: no row is sound, so nothing was stored. Mend the file and ingest it again.`);
  }
}

/** Refused whatever the person says: there is nothing sound to store, or its text can't be read. */
function isRefused({ code, severity }: Finding): boolean {
  return 'refused' in diagnostics[code] || (code === 'encoding-not-utf8' && severity === 'error');
}

/** The outcome of a table of which nothing is stored (yet). */
function describe(table: Table | null): IngestOutcome {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const finding of table?.findings ?? []) counts[finding.severity]++;
  return {
    status: 'failed',
    datasetId: null,
    revision: 0,
    profile: table?.profile ?? null,
    features: 0,
    columns: 0,
    values: 0,
    rejectedRows: table?.rejectedRows ?? [],
    findings: table?.findings ?? [],
    counts,
    seconds: 0,
    error: null,
  };
}
