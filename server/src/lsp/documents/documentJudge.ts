import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Validation, validate } from '../../rules/validate.ts';
import { documentEncoding, documentSource } from './documentSource.ts';
import { isTable } from './judgedLanguages.ts';

/** What was found in one version of a document. */
export interface JudgedDocument {
  readonly document: TextDocument;
  readonly version: number;
  /** As of {@link DocumentSource}. */
  readonly markUnits: 0 | 1;
  readonly validation: Validation;
}

/** Judges a document whenever its text changes. */
export interface DocumentJudge {
  /** The version that was judged at once. */
  readonly startedVersion: number;
  /** The text changed: what is said of the old one is out of date, and a pass over it ends. */
  change(): void;
  /** What is said of the newest text, as soon as that is known; null where it is no table. */
  judged(): Promise<JudgedDocument | null>;
  /** The document was closed. */
  close(): void;
}

/** Who is told what a document's passes come to. */
export interface JudgeListener {
  /** Null where the text is no table. */
  onJudged(judged: JudgedDocument | null): void;
  /** A pass failed, which is a defect of this program. */
  onFailure(thrown: unknown): void;
}

/** The longest wait before a changed text is judged, per 1 MB of it (of a smaller one the same). */
const longestWaitMs = 20;

/**
 * Starts judging a document: at once, and then after each change when nothing has changed for as long as the last pass
 * took, so that a large table waits for the end of a word and a small one does not.
 */
export function startJudging(document: TextDocument, listener: JudgeListener): DocumentJudge {
  let passMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let running = new AbortController();
  let newest = Promise.withResolvers<JudgedDocument | null>();
  let settled = false;

  const settle = (judged: JudgedDocument | null): void => {
    settled = true;
    newest.resolve(judged);
  };
  const pass = async (): Promise<void> => {
    const { signal } = running;
    const startedMs = performance.now();
    try {
      const judged = await judgeDocument(document, signal);
      if (signal.aborted) return;
      passMs = performance.now() - startedMs;
      listener.onJudged(judged);
      settle(judged);
    } catch (thrown) {
      if (signal.aborted) return;
      listener.onFailure(thrown);
      settle(null);
    }
  };
  const stop = (): void => {
    clearTimeout(timer);
    running.abort();
  };

  const startedVersion = document.version;
  void pass();
  return {
    startedVersion,
    change() {
      stop();
      running = new AbortController();
      if (settled) {
        settled = false;
        newest = Promise.withResolvers();
      }
      const length = document.offsetAt({ line: document.lineCount, character: 0 });
      timer = setTimeout(pass, Math.min(passMs, longestWaitMs * Math.max(1, length / 1e6)));
    },
    judged: () => newest.promise,
    close() {
      stop();
      settle(null);
    },
  };
}

async function judgeDocument(document: TextDocument, signal: AbortSignal): Promise<JudgedDocument | null> {
  const { version } = document;
  const source = documentSource(document);
  if (!(await isTable(document, source, signal))) return null;
  const validation = await validate(source, { encoding: documentEncoding, signal });
  return { document, version, markUnits: source.markUnits, validation };
}
