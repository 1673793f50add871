import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ReportedPlace, reportLink } from '#shared/protocol/reports.ts';
import { openFileSource } from '../../files/fileSource.ts';
import { htmlReport } from '../../reports/html/htmlReport.ts';
import { type ReportFiguresRun, startReportFigures } from '../../reports/html/reportFigures.ts';
import { sheetUseText } from '../../reports/sheetUseText.ts';
import { validate } from '../../rules/validate.ts';
import { type ByteSource, bytesSource } from '../../table/byteSource.ts';
import { detectEncoding, type EncodingReport } from '../../table/encoding.ts';
import { documentEncoding, documentSource } from '../documents/documentSource.ts';
import { followUsable, type UsableSheets } from '../documents/usableSettings.ts';

/** Where a table's text is. */
export type ReportContent =
  | { readonly kind: 'file'; readonly path: string }
  /** As it stands in the editor. */
  | { readonly kind: 'text'; readonly text: string }
  /** As they were ingested. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** A table that a page is made of; it can be handed over between threads. */
export interface ReportSubject {
  readonly uri: string;
  readonly content: ReportContent;
  /** What a person said of it, and its sheets. */
  readonly usable: UsableSheets;
  readonly linkCommand: string;
}

/** A table's bytes, and how they are written where that is known. */
interface Opened {
  readonly source: ByteSource;
  /** As of DocumentSource. */
  readonly markUnits: 0 | 1;
  readonly encoding: EncodingReport | null;
}

const progressEveryMs = 100;

/**
 * Judges a table and makes the page about it. What can't be followed of what a person said is told on the page.
 * @param onShare is told how much was read, 0 to 1
 * @throws notFound, invalidInput where a file can't be read; AbortError when `signal` is aborted
 */
export async function reportTable(
  { uri, content, usable, linkCommand }: ReportSubject,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { source, markUnits, encoding } = await openContent(uri, content);
  const known = encoding ?? (await detectEncoding(source, signal));
  const told = toldSource(source, onShare);
  const { sheets } = usable;
  let run: ReportFiguresRun | null = null;
  const { validation, overrideProblem } = await followUsable(saidOf(usable, content), (followed) =>
    validate(told, {
      signal,
      ...followed,
      ...(sheets.sheets.length > 0 ? { sheets } : {}),
      // What was detected would win over what a person says of the encoding.
      ...(followed.overrides.encoding ? {} : { encoding: known }),
      alsoTell: (profile) => {
        run = startReportFigures(profile);
        return run;
      },
    }),
  );
  return htmlReport({
    title: titleOf(uri),
    validation,
    figures: (run ?? startReportFigures(validation.profile)).end(),
    sheet: sheetUseText(validation.sheet, 'with the command “Choose a sample sheet…”'),
    problem: overrideProblem,
    linkOf: ({ startLine, startColumn, endLine, endColumn }) => {
      const range = {
        startLine,
        startColumn: startColumn + (startLine === 0 ? markUnits : 0),
        endLine,
        endColumn: endColumn + (endLine === 0 ? markUnits : 0),
      };
      return reportLink(linkCommand, { uri, range } satisfies ReportedPlace);
    },
  });
}

async function openContent(uri: string, content: ReportContent): Promise<Opened> {
  switch (content.kind) {
    case 'file':
      return { source: await openFileSource(content.path), markUnits: 0, encoding: null };
    case 'bytes':
      return { source: bytesSource(uri, content.bytes), markUnits: 0, encoding: null };
    case 'text': {
      const source = documentSource(TextDocument.create(uri, '', 0, content.text));
      return { source, markUnits: source.markUnits, encoding: documentEncoding };
    }
    default:
      return content satisfies never;
  }
}

/** How an open document is written is the editor's matter. */
function saidOf(usable: UsableSheets, { kind }: ReportContent): UsableSheets {
  if (kind !== 'text') return usable;
  const { encoding: _, ...overrides } = usable.overrides;
  return { ...usable, overrides };
}

/** The same bytes, with how many of them were read told ten times a second. */
function toldSource(source: ByteSource, onShare: (share: number) => void): ByteSource {
  const { name, sizeBytes } = source;
  let toldAtMs = 0;
  return {
    name,
    sizeBytes,
    async *bytes(signal) {
      let readBytes = 0;
      for await (const piece of source.bytes(signal)) {
        yield piece;
        readBytes += piece.length;
        const nowMs = performance.now();
        if (nowMs - toldAtMs < progressEveryMs) continue;
        toldAtMs = nowMs;
        onShare(Math.min(1, readBytes / sizeBytes));
      }
    },
  };
}

/** The last part of a URI's path, as a person knows it. */
function titleOf(uri: string): string {
  const name = uri.slice(Math.max(uri.lastIndexOf('/'), uri.indexOf(':')) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
