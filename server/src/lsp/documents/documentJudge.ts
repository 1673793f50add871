import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '#shared/diagnostics.ts';
import { toAmprentaError } from '#shared/errors.ts';
import { validate } from '../../rules/validate.ts';
import type { DataVisitor } from '../../values/dataRows.ts';
import { changedFindings, type KnownFindings } from './changedFindings.ts';
import { type ChangeTracker, trackChanges } from './changedLines.ts';
import type { DocumentSheets } from './documentSheets.ts';
import { documentEncoding, documentSource } from './documentSource.ts';
import { isTable } from './judgedLanguages.ts';
import { type FollowedValidation, followUsable, type UsableSheets } from './usableSettings.ts';

/** What was found in one version of a document. */
export interface JudgedDocument extends FollowedValidation {
  readonly document: TextDocument;
  readonly version: number;
  /** As of {@link DocumentSource}. */
  readonly markUnits: 0 | 1;
  /** True where some record stands on several lines. */
  readonly hasLongRecords: boolean;
}

/** Judges a document whenever its text changes. */
export interface DocumentJudge {
  /** The text changed: what is said of the old one is out of date, and a pass over it ends. */
  change(changes: readonly TextDocumentContentChangeEvent[]): void;
  /** What else the findings depend on changed. */
  judgeAgain(): void;
  /** A sample sheet changed: the text is judged anew where that is one of its own. */
  lookAtSheets(): Promise<void>;
  /** What is said of the newest text, as soon as that is known; null where it is no table. */
  judged(): Promise<JudgedDocument | null>;
  /** The document was closed. */
  close(): void;
}

/** What is found in one version of a document as far as its changed lines tell, and how it is shown. */
export interface ChangedFindings extends Pick<JudgedDocument, 'version' | 'markUnits' | 'maximumShown'> {
  readonly findings: readonly Finding[];
}

/** Who is told what a document's passes come to. */
export interface JudgeListener {
  /** Null where the text is no table. */
  onJudged(judged: JudgedDocument | null): void;
  /** The findings as far as the changed lines tell them; a full pass follows. */
  onChangedFindings(changed: ChangedFindings): void;
  /** A pass failed, which is a defect of this program. */
  onFailure(thrown: unknown): void;
}

/** What the lines that change are judged by. */
type Known = KnownFindings & Pick<JudgedDocument, 'markUnits' | 'maximumShown'>;

function knownOf({ validation: { profile, findings }, ...judged }: JudgedDocument): Known {
  const { levels, hasLongRecords, markUnits, maximumShown } = judged;
  return { profile, findings, levels, hasLongRecords, markUnits, maximumShown };
}

/**
 * How long nothing may change before a text is judged whole, as a share of what that takes: changes that come together
 * are judged together, and a pass that is aborted all the same ends between two of its pieces.
 */
const waitShare = 0.1;
/** What is judged faster than this waits for as long as that takes. */
const shortWaitMs = 10;

/** What tells the sheets of one moment from those of another. */
function sheetsKey({ problem, sheets: { sheets, named } }: UsableSheets): string {
  return JSON.stringify([problem, named, sheets.map(({ name, sha256 }) => [name, sha256])]);
}

/** Where a full pass takes longer than this, the lines that changed are judged before it. */
const quickPassMs = 10;

/**
 * Starts judging a document: at once, and then after each change when nothing has changed for a while, which is longer
 * for a large table. In between the lines that changed are judged at once. No pass waits for the sample sheets: the text is
 * judged by those that are known, and again where a look shows others.
 * @param folder the workspace's folder, whose overrides hold for tables without nearer ones; null where there is none
 */
export function startJudging(
  document: TextDocument,
  folder: string | null,
  sheets: DocumentSheets,
  listener: JudgeListener,
): DocumentJudge {
  let passMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let running = new AbortController();
  let newest = Promise.withResolvers<JudgedDocument | null>();
  let settled = false;
  let known: Known | null = null;
  /** Of the sheets that the last pass began with. */
  let usedSheets = '';
  let closed = false;
  /** Since what is known was told. */
  let changes: ChangeTracker = trackChanges();

  const settle = (judged: JudgedDocument | null): void => {
    settled = true;
    newest.resolve(judged);
  };
  const lookAtSheets = async (): Promise<void> => {
    try {
      const usable = await sheets.find(document.uri, folder);
      if (!closed && sheetsKey(usable) !== usedSheets) restart(waitMs());
    } catch (thrown) {
      // A search that ends with the server is no failure.
      if (!closed && toAmprentaError(thrown).kind !== 'cancelled') listener.onFailure(thrown);
    }
  };
  const pass = async (): Promise<void> => {
    const { signal } = running;
    const startedMs = performance.now();
    try {
      const usable = await sheets.known(document.uri, folder);
      if (signal.aborted) return;
      usedSheets = sheetsKey(usable);
      const judged = await judgeDocument(document, usable, signal);
      if (signal.aborted) return;
      passMs = performance.now() - startedMs;
      known = judged && knownOf(judged);
      changes = trackChanges();
      listener.onJudged(judged);
      settle(judged);
      if (judged !== null) void lookAtSheets();
    } catch (thrown) {
      if (signal.aborted) return;
      listener.onFailure(thrown);
      settle(null);
    }
  };
  const waitMs = (): number => Math.min(passMs, Math.max(shortWaitMs, passMs * waitShare));
  const quickPass = async (signal: AbortSignal): Promise<void> => {
    const lines = changes.changed();
    if (known === null || lines === null) return;
    const findings = await changedFindings(document, known, lines);
    if (findings === null || signal.aborted) return;
    // Edits far from each other stay few lines that way.
    known = { ...known, findings };
    changes = trackChanges();
    const { markUnits, maximumShown } = known;
    listener.onChangedFindings({ version: document.version, findings, markUnits, maximumShown });
  };
  const restart = (waitMs: number): AbortSignal => {
    clearTimeout(timer);
    running.abort();
    running = new AbortController();
    if (settled) {
      settled = false;
      newest = Promise.withResolvers();
    }
    timer = setTimeout(pass, waitMs);
    return running.signal;
  };

  void pass();
  return {
    change(events) {
      for (const event of events) changes.add(event);
      const signal = restart(waitMs());
      if (passMs > quickPassMs) quickPass(signal).catch((thrown: unknown) => listener.onFailure(thrown));
    },
    judgeAgain() {
      restart(0);
    },
    lookAtSheets,
    judged: () => newest.promise,
    close() {
      closed = true;
      clearTimeout(timer);
      running.abort();
      settle(null);
    },
  };
}

async function judgeDocument(
  document: TextDocument,
  { sheets, ...usable }: UsableSheets,
  signal: AbortSignal,
): Promise<JudgedDocument | null> {
  const { version } = document;
  const source = documentSource(document);
  if (!(await isTable(document, source, signal))) return null;
  const records = watchRecords();
  // How an open document is written is the editor's matter.
  const { encoding: _, ...overrides } = usable.overrides;
  const followed = await followUsable({ ...usable, overrides }, (given) =>
    validate(source, {
      encoding: documentEncoding,
      signal,
      ...given,
      ...(sheets.sheets.length > 0 ? { sheets } : {}),
      alsoTell: () => records.visitor,
    }),
  );
  return { document, version, markUnits: source.markUnits, ...followed, hasLongRecords: records.areLong() };
}

/** Sees whether every record begins on the line behind the last one's. */
function watchRecords(): { readonly visitor: DataVisitor; areLong(): boolean } {
  let line = -1;
  let long = false;
  const look = (row: { readonly line: number }): void => {
    if (row.line > line + 1) long = true;
    line = row.line;
  };
  return { visitor: { before: look, blank: look, row: ({ row }) => look(row) }, areLong: () => long };
}
