import { AmprentaError } from '#shared/errors.ts';
import { type SettingName, settings } from '#shared/settings.ts';

/** Which of the modes that need Notion are configured. */
export interface NotionModes {
  readonly postgresIsSourceOfTruth: boolean;
  readonly notionSync: boolean;
  readonly dualWrite: boolean;
}

/**
 * Refuses the modes that need Notion.
 * @throws notConfigured, naming the setting
 */
export function refuseNotionModes(modes: NotionModes): void {
  if (!modes.postgresIsSourceOfTruth) throw modeNotBuilt('postgresIsSourceOfTruth', 'false', 'true');
  if (modes.notionSync) throw modeNotBuilt('notionSync', 'true', 'false');
  if (modes.dualWrite) throw modeNotBuilt('dualWrite', 'true', 'false');
}

function modeNotBuilt(name: SettingName, value: string, instead: string): AmprentaError {
  const variable = settings[name].environment;
  return new AmprentaError(
    'notConfigured',
    `${variable} is ${value}, which needs Notion, and Notion is not built yet; nothing was ingested. ` +
      `Set ${variable}=${instead} to ingest into Postgres alone.`,
  );
}
