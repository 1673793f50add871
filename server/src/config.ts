import { type SettingName, settings } from '#shared/settings.ts';
import { readEnvFile } from './config/envFile.ts';
import { parsePostgresUrl } from './config/postgresUrl.ts';
import { type Secrets, type SettingTexts, settingTexts } from './config/settingText.ts';
import { readBoolean, readPort } from './config/settingValue.ts';
import { baseDirectory, type Environment, resolveGiven } from './files/givenPath.ts';
import type { ServerTarget } from './store/target.ts';

/** The user's own server, or the embedded one; a null folder is the one that the embedded server takes by itself. */
export type ConfiguredDatabase =
  | ({ readonly kind: 'server' } & ServerTarget)
  | { readonly kind: 'embedded'; readonly dataDir: string | null };

/** What is configured. Of keys for other services it holds only whether there is one. */
export interface Config {
  readonly database: ConfiguredDatabase;
  /** Ingesting writes to Postgres first. */
  readonly postgresIsSourceOfTruth: boolean;
  readonly notionSync: boolean;
  readonly dualWrite: boolean;
  readonly featureLinking: boolean;
  readonly keys: Readonly<Record<'notion' | 'openai' | 'pinecone', boolean>>;
  /** The .env file that was read, or null. */
  readonly envFile: string | null;
}

const serverSettings = [
  'postgresUrl',
  'postgresHost',
  'postgresPort',
  'postgresDatabase',
  'postgresUser',
  'postgresPassword',
] as const satisfies readonly SettingName[];

/**
 * Reads the configuration: what the editor keeps as secrets, then the process environment, then .env in the person's
 * folder, then defaults. Where none of the POSTGRES_ connection names is set, the database is the embedded one.
 * @throws invalidInput for a value that can't be read, naming the file, the line and the remedy
 */
export function readConfig(environment: Environment = process.env, secrets: Secrets = {}): Config {
  const envFile = readEnvFile(baseDirectory(environment));
  const texts = settingTexts(environment, envFile, secrets);
  return {
    database: readTarget(texts, environment),
    postgresIsSourceOfTruth: booleanOf(texts, 'postgresIsSourceOfTruth'),
    notionSync: booleanOf(texts, 'notionSync'),
    dualWrite: booleanOf(texts, 'dualWrite'),
    featureLinking: booleanOf(texts, 'featureLinking'),
    keys: {
      notion: texts('notionApiKey') !== null,
      openai: texts('openaiApiKey') !== null,
      pinecone: texts('pineconeApiKey') !== null,
    },
    envFile: envFile?.path ?? null,
  };
}

function readTarget(texts: SettingTexts, environment: Environment): ConfiguredDatabase {
  const own = serverSettings.some((name) => texts(name) !== null);
  if (own) return { kind: 'server', ...readServer(texts) };
  const dataDir = texts('dataDir');
  return { kind: 'embedded', dataDir: dataDir ? resolveGiven(dataDir.text, environment) : null };
}

function readServer(texts: SettingTexts): ServerTarget {
  const url = texts('postgresUrl');
  const port = texts('postgresPort');
  const password = texts('postgresPassword');
  return {
    host: texts('postgresHost')?.text ?? settings.postgresHost.default,
    port: port ? readPort(port) : settings.postgresPort.default,
    database: texts('postgresDatabase')?.text ?? settings.postgresDatabase.default,
    user: texts('postgresUser')?.text ?? settings.postgresUser.default,
    password: password?.text ?? null,
    ssl: 'disable',
    ...(url && parsePostgresUrl(url)),
    // A password that the editor keeps is newer than the one in an address that stands in a file.
    ...(password?.isKept && !url?.isKept && { password: password.text }),
  };
}

function booleanOf(
  texts: SettingTexts,
  name: 'postgresIsSourceOfTruth' | 'notionSync' | 'dualWrite' | 'featureLinking',
): boolean {
  const text = texts(name);
  return text ? readBoolean(text) : settings[name].default;
}
