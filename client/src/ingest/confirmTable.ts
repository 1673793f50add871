import { commands, type QuickPickItem, QuickPickItemKind, Uri, window } from 'vscode';
import type { OverrideName } from '#shared/overrides.ts';
import type { DatabaseStatus } from '#shared/protocol/server.ts';
import type { TableDetails } from '#shared/protocol/tables.ts';
import type { Context } from '../context.ts';
import { chooseOverride } from '../overrides/chooseOverride.ts';
import { findProjectFile } from '../overrides/projectFilePlace.ts';
import { fileName } from '../words.ts';
import { type DescribedPart, describeBlocked, describeTable } from './describeTable.ts';
import { judgeSaved } from './judgeSaved.ts';
import { showProblems } from './showProblems.ts';

/** What a person decided: ingest the whole table, only its sound rows, look at the findings first, or nothing. */
export type IngestDecision = 'ingest' | 'ingestSoundRows' | 'showProblems' | 'nothing';

interface Choice extends QuickPickItem {
  readonly opens?: DescribedPart['opens'];
  readonly decision?: IngestDecision;
}

/** Says what a table was recognised as and where it goes; a person goes on, or changes how it is read. */
export async function confirmTable(
  context: Context,
  judged: TableDetails,
  database: DatabaseStatus,
): Promise<IngestDecision> {
  const title = `Ingest ${nameOf(judged)} into ${database.name}`;
  const settled = judged.sheet?.state === 'several' ? await changePart(context, judged, 'sampleSheet') : judged;
  if (settled === null) return 'nothing';
  const { decision } = await askAboutTable(context, settled, title, makeDecisions);
  return decision;
}

/** Shows what a table was recognised as, to be changed; answers with the last judging of it. */
export async function reviewTable(context: Context, judged: TableDetails): Promise<TableDetails> {
  const back = (): Choice[] => [{ label: '$(arrow-left) Back to the tables', decision: 'nothing' }];
  const { decision, details } = await askAboutTable(context, judged, nameOf(judged), back);
  if (decision === 'showProblems') await showProblems();
  return details;
}

interface Answer {
  readonly decision: IngestDecision;
  readonly details: TableDetails;
}

async function askAboutTable(
  context: Context,
  judged: TableDetails,
  title: string,
  decisions: (details: TableDetails) => Choice[],
): Promise<Answer> {
  const table = Uri.parse(judged.uri, true);
  for (let details = judged; ; ) {
    const chosen = await window.showQuickPick(makeChoices(details, decisions(details)), {
      title,
      placeHolder: 'Enter takes the first; choose a part to change how the table is read',
      ignoreFocusOut: true,
    });
    if (chosen?.opens === undefined) return { decision: chosen?.decision ?? 'nothing', details };
    if (chosen.opens === 'problems') return { decision: 'showProblems', details };
    if (chosen.opens === 'overrides') {
      await openOverrides(table);
      return { decision: 'nothing', details };
    }
    const changed = await changePart(context, details, chosen.opens);
    if (changed === null) return { decision: 'nothing', details };
    details = changed;
  }
}

/** Lets a person change a part, and answers with the table as it is read then; null where that was cancelled. */
async function changePart(context: Context, details: TableDetails, part: OverrideName): Promise<TableDetails | null> {
  const table = Uri.parse(details.uri, true);
  if (!(await chooseOverride(context, table, part, details))) return details;
  return (await judgeSaved(context, [table]))?.[0] ?? null;
}

function makeChoices(details: TableDetails, decisions: readonly Choice[]): Choice[] {
  const separator = { label: 'Recognised as: choose to change', kind: QuickPickItemKind.Separator };
  return [...decisions, separator, ...describeTable(details)];
}

function makeDecisions(details: TableDetails): Choice[] {
  if (details.blocking === 0) return [{ label: '$(database) Ingest', decision: 'ingest' }];
  return [
    { label: '$(warning) Show problems', decision: 'showProblems' },
    { label: '$(list-flat) Ingest the sound rows', decision: 'ingestSoundRows', detail: describeBlocked(details) },
  ];
}

async function openOverrides(table: Uri): Promise<void> {
  const path = await findProjectFile(table.fsPath);
  if (path !== null) await commands.executeCommand('vscode.open', Uri.file(path));
}

const nameOf = ({ uri }: TableDetails): string => fileName(Uri.parse(uri, true).path);
