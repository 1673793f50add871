import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DiagnosticCode, Finding, Fix, TextEdit } from '#shared/diagnostics.ts';
import { withoutOff } from '#shared/ruleSettings.ts';
import { fixToFixedPoint } from '../../fixes/fixToFixedPoint.ts';
import { diagnosticOf } from './diagnosticList.ts';
import type { JudgedDocument } from './documentJudge.ts';
import { documentSource } from './documentSource.ts';
import { rangeOf, touch } from './places.ts';
import { turnOffActions } from './turnOffActions.ts';
import type { FollowedSettings } from './usableSettings.ts';

/** The kind of the action that makes all safe fixes, as an editor may be told to do on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.amprenta`;

/** What a fix-all action carries until its edits are asked for: the whole table is mended for them. */
export interface FixAllData {
  readonly uri: string;
  readonly version: number;
  /** Null for all codes. */
  readonly code: DiagnosticCode | null;
  /** Cell of the record, 0-based, where one column is to be mended; null for all. */
  readonly cell: number | null;
  /** The person asked for it and is there to look at many changes before they are made; not so on saving. */
  readonly isAsked: boolean;
}

/** Of more changes than these a person sees the difference first. */
const mostUnseen = 10;

/** A selection over a whole table would offer thousands. */
const mostQuickFixes = 50;

/** The actions for a stretch of a document: each finding's fixes, all of its code, all safe ones, and turning codes off. */
export function codeActions(judged: JudgedDocument, { range, context }: CodeActionParams): CodeAction[] {
  const { levels, validation } = judged;
  const { findings } = validation;
  const mendable = new Set(findings.filter(({ fixes }) => fixes.some(isSafeEdit)).map(({ code }) => code));
  const actions: CodeAction[] = [];
  if (wants(context.only, CodeActionKind.QuickFix)) {
    const here = findings.filter((finding) => touch(rangeOf(finding.range, judged.markUnits), range));
    actions.push(...here.slice(0, mostQuickFixes).flatMap((finding) => quickFixes(judged, finding)));
    actions.push(...fixesOfColumns(judged, here));
    const codes = new Set(here.map(({ code }) => code));
    for (const code of codes) if (mendable.has(code)) actions.push(fixAllOfCode(judged, code));
    actions.push(...turnOffActions(judged, here));
  }
  if ([...mendable].some((code) => levels[code] !== 'off') && wants(context.only, fixAllKind)) {
    actions.push({
      title: 'Fix all that is safe to fix in this file',
      kind: fixAllKind,
      data: dataOf(judged, { isAsked: context.triggerKind !== CodeActionTriggerKind.Automatic }),
    });
  }
  return actions;
}

/**
 * The edits of a fix-all action; none where the document has changed since the action was offered.
 * @throws AbortError when `signal` is aborted
 */
export async function fixAllEdit(
  document: TextDocument,
  title: string,
  { version, code, cell, isAsked }: FixAllData,
  { overrides, levels }: FollowedSettings,
  signal: AbortSignal,
): Promise<WorkspaceEdit> {
  if (document.version !== version) return workspaceEdit(document, document.version, [], 0, null);
  const source = documentSource(document);
  const scope = { ...(code === null ? {} : { codes: [code] }), ...(cell === null ? {} : { cell }) };
  const fixed = await fixToFixedPoint(source, {
    signal,
    overrides,
    levels: withoutOff(levels, code === null ? [] : [code]),
    ...scope,
  });
  // The offsets of a text that is taken for another encoding are not those of the document.
  const sameText = fixed.from.encoding === 'utf-8' && document.version === version;
  const edits = sameText ? fixed.edits : [];
  return workspaceEdit(document, version, edits, source.markUnits, isAsked ? title : null);
}

function quickFixes({ document, version, markUnits }: JudgedDocument, finding: Finding): CodeAction[] {
  return finding.fixes.filter(isEdit).map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, markUnits)],
    isPreferred: fix.safe,
    edit: workspaceEdit(document, version, fix.edits, markUnits, fix.title),
  }));
}

/** For a column in which a code is found more than once: all of it there, where other columns have it as well. */
function fixesOfColumns(judged: JudgedDocument, here: readonly Finding[]): CodeAction[] {
  const offered = new Map(here.map((finding) => [`${finding.cell} ${finding.code}`, finding]));
  return [...offered.values()].flatMap(({ code, cell }) => {
    const alike = judged.validation.findings.filter(
      (finding) => finding.code === code && finding.fixes.some(isSafeEdit),
    );
    const ofColumn = alike.filter((finding) => finding.cell === cell).length;
    if (cell < 0 || ofColumn < 2 || ofColumn === alike.length) return [];
    return [
      {
        title: `Fix all ${code} in this column`,
        kind: CodeActionKind.QuickFix,
        data: dataOf(judged, { code, cell }),
      },
    ];
  });
}

function fixAllOfCode(judged: JudgedDocument, code: DiagnosticCode): CodeAction {
  return { title: `Fix all ${code} in this file`, kind: CodeActionKind.QuickFix, data: dataOf(judged, { code }) };
}

function dataOf(
  { document: { uri }, version }: JudgedDocument,
  { code = null, cell = null, isAsked = true }: Partial<Pick<FixAllData, 'code' | 'cell' | 'isAsked'>>,
): FixAllData {
  return { uri, version, code, cell, isAsked };
}

/** @param title what a person is told who is to look at many changes first; null where nobody is */
function workspaceEdit(
  document: TextDocument,
  version: number,
  edits: readonly TextEdit[],
  markUnits: number,
  title: string | null,
): WorkspaceEdit {
  const positionAt = (offset: number) => document.positionAt(offset + markUnits);
  const isShown = title !== null && edits.length > mostUnseen;
  return {
    ...(isShown ? { changeAnnotations: { [shownId]: { label: title, needsConfirmation: true } } } : {}),
    documentChanges: [
      {
        textDocument: { uri: document.uri, version },
        edits: edits.map(({ start, end, newText }) => ({
          range: { start: positionAt(start), end: positionAt(end) },
          newText,
          ...(isShown ? { annotationId: shownId } : {}),
        })),
      },
    ],
  };
}

/** What the changes of one edit that are looked at first are called among each other. */
const shownId = 'fix';

/** The encoding of a file is not of a document's text: no edit can change it. */
function isEdit(fix: Fix): boolean {
  return fix.saveAs === undefined && fix.edits.length > 0;
}

function isSafeEdit(fix: Fix): boolean {
  return fix.safe && isEdit(fix);
}

function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}
