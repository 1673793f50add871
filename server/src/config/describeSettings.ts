import { type SettingName, settings } from '#shared/settings.ts';
import { baseDirectory, type Environment } from '../files/givenPath.ts';
import { readEnvFile } from './envFile.ts';
import { parsePostgresUrl } from './postgresUrl.ts';
import { type Secrets, type SettingText, settingTexts } from './settingText.ts';

/** A setting that something sets. */
export interface DescribedSetting {
  /** `POSTGRES_HOST in the environment`, as {@link SettingText} has it. */
  readonly place: string;
  /** What it is set to; `set` for a secret. */
  readonly value: string;
}

/**
 * The settings that are set, in the order of the table, without a secret.
 * @throws invalidInput where .env is there and can't be read
 */
export function describeSettings(environment: Environment, secrets: Secrets): readonly DescribedSetting[] {
  return setTexts(environment, secrets).map(({ name, text, place }) => ({
    place,
    value: settings[name].secret ? 'set' : text,
  }));
}

/**
 * What must be printed nowhere: the texts of the secrets, and the password in an address; where .env can't be read, those
 * that the editor keeps.
 */
export function secretTexts(environment: Environment, secrets: Secrets): readonly string[] {
  try {
    return setTexts(environment, secrets)
      .filter(({ name }) => settings[name].secret)
      .flatMap((found) => [found.text, ...passwordsIn(found)]);
  } catch {
    return Object.values(secrets);
  }
}

function setTexts(environment: Environment, secrets: Secrets): SettingText[] {
  const texts = settingTexts(environment, readEnvFile(baseDirectory(environment)), secrets);
  return (Object.keys(settings) as SettingName[]).flatMap((name) => texts(name) ?? []);
}

function passwordsIn(found: SettingText): readonly string[] {
  if (found.name !== 'postgresUrl') return [];
  try {
    const { password } = parsePostgresUrl(found);
    return password ? [password] : [];
  } catch {
    return [];
  }
}
