import { window, workspace } from 'vscode';
import type { DatabaseStatus, TableStatus } from '#shared/protocol.ts';
import { type AskOccasion, clientSettings } from '../manifest/clientSettings.ts';
import { count, describeCounts, fileName, inWords } from '../words.ts';

/** What a person decided: ingest whole tables, only their sound rows, look at the findings first, or nothing. */
export type IngestDecision = 'ingest' | 'ingestSoundRows' | 'showProblems' | 'nothing';

/** Says what was recognised and where it goes, and asks, unless a person wants no question for tables like these. */
export async function confirmIngest(
  statuses: readonly TableStatus[],
  database: DatabaseStatus,
): Promise<IngestDecision> {
  if (!isAsked(statuses)) return 'ingest';
  const detail = [...describeTables(statuses), '', `Database: ${database.name}`].join('\n');
  const blocked = statuses.filter(({ blocking }) => blocking > 0);
  return blocked.length > 0 ? askBlocked(statuses, blocked, detail) : askSound(statuses, detail);
}

function isAsked(statuses: readonly TableStatus[]): boolean {
  const standard: AskOccasion = clientSettings['ingest.ask'].default;
  const occasion = workspace.getConfiguration('amprenta').get<AskOccasion>('ingest.ask', standard);
  if (statuses.some(({ blocking }) => blocking > 0)) return true;
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

const describeTables = (statuses: readonly TableStatus[]): string[] => {
  const [only] = statuses;
  if (statuses.length === 1 && only !== undefined) return describeOne(only);
  return statuses.map(
    ({ uri, omicsType, features, samples, counts }) =>
      `${shownName(uri)}: ${omicsType ?? 'no omics type'}, ${count(features, 'feature')}, ` +
      `${count(samples, 'sample')}, ${describeCounts(counts)}`,
  );
};

function describeOne(status: TableStatus): string[] {
  const { profile, confidence, omicsType, shape, features, samples, quantities, counts } = status;
  const names = quantities.filter((name) => name !== null);
  return [
    `Layout: ${inWords(profile)} (${Math.round(confidence * 100)} % sure)`,
    `Omics type: ${omicsType ?? 'not known'}`,
    `Shape: ${inWords(shape)}, ${count(features, 'feature')}, ${count(samples, 'sample')}`,
    ...(names.length > 0 ? [`Quantities: ${names.join(', ')}`] : []),
    `Findings: ${describeCounts(counts)}`,
  ];
}

async function askSound(statuses: readonly TableStatus[], detail: string): Promise<IngestDecision> {
  const ingest = 'Ingest';
  const answer = await window.showInformationMessage(`Ingest ${named(statuses)}?`, { modal: true, detail }, ingest);
  return answer === ingest ? 'ingest' : 'nothing';
}

async function askBlocked(
  statuses: readonly TableStatus[],
  blocked: readonly TableStatus[],
  detail: string,
): Promise<IngestDecision> {
  const findings = blocked.reduce((sum, { blocking }) => sum + blocking, 0);
  const verb = findings === 1 ? 'stands' : 'stand';
  const [problems, soundRows] = ['Show problems', 'Ingest the sound rows'] as const;
  const answer = await window.showWarningMessage(
    `${count(findings, 'finding')} ${verb} in the way of ingesting ${named(statuses)}.`,
    { modal: true, detail: `${detail}\nThe rows concerned would stay out, and be listed.` },
    problems,
    soundRows,
  );
  if (answer === problems) return 'showProblems';
  return answer === soundRows ? 'ingestSoundRows' : 'nothing';
}

function named(statuses: readonly TableStatus[]): string {
  const [only] = statuses;
  return statuses.length === 1 && only !== undefined ? shownName(only.uri) : count(statuses.length, 'table');
}

const shownName = (uri: string): string => decodeURIComponent(fileName(uri));
