import type { Config } from '../config.ts';
import { CommandFailure, exitCodes } from './exit.ts';

/** Options that outside scripts already know and that come with what they need. */
export interface LaterOptions {
  readonly program?: string;
  readonly experiment?: string;
  readonly createPage?: true;
  readonly notionPage?: string;
}

/**
 * Refuses what is not built yet, rather than passing over it in silence.
 * @throws notConfigured for what needs Notion, naming the setting; invalidInput for the rest
 */
export function refuseLaterOptions(options: LaterOptions, config: Config): void {
  if (options.createPage) throw needsNotion('--create-page', config);
  if (options.notionPage !== undefined) throw needsNotion('--notion-page', config);
  const links: readonly (readonly [string, string | undefined])[] = [
    ['--program', options.program],
    ['--experiment', options.experiment],
  ];
  const given = links.find(([, value]) => value !== undefined);
  if (given) {
    throw new CommandFailure(
      exitCodes.notAttempted,
      'invalidInput',
      `${given[0]} is not built yet, so nothing was ingested. Leave it out to ingest the table by itself.`,
    );
  }
}

function needsNotion(option: string, config: Config): CommandFailure {
  const off = config.notionSync ? '' : 'ENABLE_NOTION_SYNC is false, and ';
  return new CommandFailure(
    exitCodes.notAttempted,
    'notConfigured',
    `${option} needs Notion: ${off}Notion is not built yet, whatever ENABLE_NOTION_SYNC says; nothing was ingested. ` +
      `Leave ${option} out to ingest into Postgres alone.`,
  );
}
