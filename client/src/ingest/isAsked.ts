import { workspace } from 'vscode';
import type { TableDetails } from '#shared/protocol/tables.ts';
import { type AskOccasion, clientSettings } from '../manifest/clientSettings.ts';

/** Whether a person wants to be asked before tables like these are ingested. */
export function isAsked(statuses: readonly TableDetails[]): boolean {
  const standard: AskOccasion = clientSettings['ingest.ask'].default;
  const occasion = workspace.getConfiguration('amprenta').get<AskOccasion>('ingest.ask', standard);
  if (statuses.some(needsPerson)) return true;
  switch (occasion) {
    case 'always':
      return true;
    case 'whenFindings':
      return statuses.some(({ counts }) => counts.error + counts.warning + counts.information > 0);
    case 'whenBlocking':
      return false;
    default:
      return occasion satisfies never;
  }
}

/** Something stands in the way, what a person said is not followed, or a sample sheet has to be chosen. */
function needsPerson({ blocking, overrideProblem, sheet }: TableDetails): boolean {
  return blocking > 0 || overrideProblem !== null || sheet?.state === 'several';
}
