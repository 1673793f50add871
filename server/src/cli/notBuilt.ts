import { type SettingName, settings } from '#shared/settings.ts';
import type { Config } from '../config.ts';
import { CommandFailure, exitCodes } from './exit.ts';

/** Options that outside scripts already know and that come with what they need. */
export interface LaterOptions {
  readonly program?: string;
  readonly experiment?: string;
  readonly samples?: string;
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
    ['--samples', options.samples],
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

/**
 * Refuses the modes that need Notion.
 * @throws notConfigured, naming the setting
 */
export function refuseNotionModes(config: Config): void {
  if (!config.postgresIsSourceOfTruth) throw modeNotBuilt('postgresIsSourceOfTruth', 'false', 'true');
  if (config.notionSync) throw modeNotBuilt('notionSync', 'true', 'false');
  if (config.dualWrite) throw modeNotBuilt('dualWrite', 'true', 'false');
}

function modeNotBuilt(name: SettingName, value: string, instead: string): CommandFailure {
  const variable = settings[name].environment;
  return new CommandFailure(
    exitCodes.notAttempted,
    'notConfigured',
    `${variable} is ${value}, which needs Notion, and Notion is not built yet; nothing was ingested. ` +
      `Set ${variable}=${instead} to ingest into Postgres alone.`,
  );
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
