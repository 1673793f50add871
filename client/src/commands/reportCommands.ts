import { commands, Range, type TextDocumentShowOptions, Uri, ViewColumn, window, workspace } from 'vscode';
import { readReportedPlace } from '#shared/protocol/reports.ts';
import { plainPage } from '../reports/plainPage.ts';
import { columnOf, type ShownReport } from '../reports/reportPanels.ts';
import { activeTable } from '../status/activeTable.ts';
import { fileName } from '../words.ts';
import { chosenFiles } from './chosenFiles.ts';
import type { CommandFactory, CommandTools } from './command.ts';

/** Shows what a table is, what is wrong in it and how its values lie, on a page beside it. */
export const openReport: CommandFactory =
  ({ context }) =>
  async (...given) => {
    const active = given.length === 0 ? context.reports.active()?.table : undefined;
    const tables = active === undefined ? chosenTables(given) : [active];
    if (tables.length === 0) return void (await window.showInformationMessage('Open or select a table file first.'));
    for (const table of tables) await context.reports.show(table);
  };

/** Makes the report that a person looks at anew. */
export const refreshReport: CommandFactory = (tools) => async () => {
  await tools.context.reports.show(lookedAt(tools).table);
};

/** Writes the report that a person looks at to a file that can be passed on. */
export const saveReport: CommandFactory = (tools) => async () => {
  const { table, html } = lookedAt(tools);
  const name = `${fileName(table.path).replace(/\.[^.]+$/, '')}.html`;
  const folder = table.scheme === 'file' ? Uri.joinPath(table, '..') : workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: `Save the report of ${fileName(table.path)}`,
    filters: { 'Web page': ['html'] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(plainPage(html)));
  window.setStatusBarMessage(`Saved ${fileName(target.path)}`, 5000);
};

/** Selects a place of a table whose report is shown; called by what links to it there. */
export const openReported: CommandFactory =
  ({ context }) =>
  async (given) => {
    const place = readReportedPlace(given);
    const report = place && context.reports.linkingTo(place);
    if (!place || !report) return;
    const { startLine, startColumn, endLine, endColumn } = place.range;
    const options: TextDocumentShowOptions = {
      selection: new Range(startLine, startColumn, endLine, endColumn),
      viewColumn: columnFor(report),
    };
    await commands.executeCommand('vscode.open', report.table, options);
  };

/** Untitled documents are tables too; a file is not needed. */
function chosenTables(given: readonly unknown[]): Uri[] {
  const active = given.length === 0 || given[0] === undefined ? activeTable() : given[0];
  const isUntitled = active instanceof Uri && active.scheme === 'untitled';
  return isUntitled ? [active] : chosenFiles(given);
}

function lookedAt({ context }: CommandTools): ShownReport {
  const report = context.reports.active();
  if (report === null) throw new Error('No report is in front. Open one with "Open report" first.');
  return report;
}

/** Where the table is open, else beside the report. */
function columnFor({ table, panel }: ShownReport): ViewColumn {
  const besideFirst = panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  return columnOf(table) ?? besideFirst;
}
