import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '#shared/diagnostics.ts';
import { type TurnOffParams, type TurnOffScope, turnOffCommand, turnOffScopes } from '#shared/protocol/turnOff.ts';
import type { JudgedDocument } from './documentJudge.ts';

const scopeTexts: Readonly<Record<TurnOffScope, string>> = {
  file: 'for this file',
  folder: "in this folder's tables",
};

/**
 * Turning off the codes of findings; none for what blocks ingestion, which is always shown, nor in what is no file on disk,
 * of which nothing can be kept.
 */
export function turnOffActions({ document: { uri } }: JudgedDocument, findings: readonly Finding[]): CodeAction[] {
  if (!uri.startsWith('file:')) return [];
  const codes = new Set(findings.filter(({ blocks }) => !blocks).map(({ code }) => code));
  return [...codes].flatMap((code) =>
    turnOffScopes.map((scope) => {
      const title = `Turn off ${code} ${scopeTexts[scope]}`;
      const params: TurnOffParams = { uri, code, scope };
      return {
        title,
        kind: CodeActionKind.QuickFix,
        command: { title, command: turnOffCommand, arguments: [params] },
      };
    }),
  );
}
