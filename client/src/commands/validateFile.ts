import { window } from 'vscode';
import type { TableStatus } from '#shared/protocol/tables.ts';
import { judgeFiles } from '../ingest/judgeFiles.ts';
import { showProblems } from '../ingest/showProblems.ts';
import { count, describeCounts, fileName, inWords } from '../words.ts';
import { chosenFiles } from './chosenFiles.ts';
import type { CommandFactory } from './command.ts';

/** Reads files from disk, whatever their size, and says what they are and what is wrong in them. */
export const validateFile: CommandFactory =
  ({ context }) =>
  async (...given) => {
    const files = chosenFiles(given);
    if (files.length === 0) return void (await window.showInformationMessage('Open or select a table file first.'));
    const statuses = await judgeFiles(context, files);
    if (statuses === null) return;
    // Not waited for: the command is done, and the message stays until it is answered.
    void tellStatuses(statuses);
  };

async function tellStatuses(statuses: readonly TableStatus[]): Promise<void> {
  const [only] = statuses;
  const findings = statuses.reduce((sum, { counts }) => sum + counts.error + counts.warning + counts.information, 0);
  const message =
    statuses.length === 1 && only !== undefined
      ? `${decodeURIComponent(fileName(only.uri))}: ${inWords(only.profile)}, ${describeCounts(only.counts)}.`
      : `${count(statuses.length, 'file')} validated: ${findings === 0 ? 'no findings' : count(findings, 'finding')}.`;
  const problems = 'Show problems';
  const answer = await window.showInformationMessage(message, ...(findings > 0 ? [problems] : []));
  if (answer === problems) await showProblems();
}
