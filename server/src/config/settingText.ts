import { type SettingName, settings } from '#shared/settings.ts';
import type { Environment } from '../files/givenPath.ts';
import type { EnvFile } from './envFile.ts';

/** The text that sets a setting, and where it stands. */
export interface SettingText {
  readonly name: SettingName;
  readonly text: string;
  /** For messages: `POSTGRES_PORT in the environment`, `POSTGRES_PORT in PATH/.env, line 3`. */
  readonly place: string;
}

/** Answers what sets a setting, or null where nothing does. */
export type SettingTexts = (name: SettingName) => SettingText | null;

/** The process environment, then the .env file. A name that is set to nothing counts as not set, as in `NAME=`. */
export function settingTexts(environment: Environment, envFile: EnvFile | null): SettingTexts {
  return (name) => {
    const variable = settings[name].environment;
    const given = clean(name, environment[variable]);
    if (given) return { name, text: given, place: `${variable} in the environment` };
    const entry = envFile?.entries.get(variable);
    const text = clean(name, entry?.text);
    if (!envFile || !entry || !text) return null;
    return { name, text, place: `${variable} in ${envFile.path}, line ${entry.line}` };
  };
}

/** The blanks of a password are its own. */
function clean(name: SettingName, text: string | undefined): string | undefined {
  return settings[name].secret ? text : text?.trim();
}
