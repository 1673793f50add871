import { commands, type QuickPickItem, QuickPickItemKind, Uri, window } from 'vscode';
import type { DiagnosticEntry } from '#shared/diagnostics/entry.ts';
import { type DiagnosticCode, diagnosticSections } from '#shared/diagnostics.ts';
import { diagnosticPageUri } from '#shared/protocol/diagnosticPages.ts';
import type { CommandFactory } from './command.ts';

interface CodeItem extends QuickPickItem {
  /** Undefined for the line above a section. */
  readonly code?: DiagnosticCode;
}

/** Opens the page of a diagnostic code that a person chooses. */
export const explainCode: CommandFactory = () => async () => {
  const chosen = await window.showQuickPick(codeItems(), {
    title: 'Explain a diagnostic code',
    placeHolder: 'A code, or a word of what it means',
    matchOnDetail: true,
  });
  if (chosen?.code === undefined) return;
  await commands.executeCommand('vscode.open', Uri.parse(diagnosticPageUri(chosen.code), true));
};

/** Every code with its meaning, below what it is about. */
function codeItems(): CodeItem[] {
  return Object.entries(diagnosticSections).flatMap(([about, entries]) => [
    { label: about, kind: QuickPickItemKind.Separator },
    ...Object.entries<DiagnosticEntry>(entries).map(([code, { severity, blocks, meaning }]) => ({
      code: code as DiagnosticCode,
      label: code,
      description: blocks ? `${severity}, blocks ingestion` : severity,
      detail: meaning,
    })),
  ]);
}
