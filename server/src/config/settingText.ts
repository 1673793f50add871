import { type SettingName, settings } from '#shared/settings.ts';
import type { Environment } from '../files/givenPath.ts';
import type { EnvFile } from './envFile.ts';

/** The text that sets a setting, and where it stands. */
export interface SettingText {
  readonly name: SettingName;
  readonly text: string;
  /** For messages: `POSTGRES_PORT in the environment`, `POSTGRES_PORT in PATH/.env, line 3`. */
  readonly place: string;
  /** Whether it is one of the {@link Secrets}. */
  readonly isKept: boolean;
}

/** What the editor keeps in its own safe, by setting; held in memory only. Those that are not secret do not count. */
export type Secrets = Readonly<Partial<Record<SettingName, string>>>;

/** Answers what sets a setting, or null where nothing does. */
export type SettingTexts = (name: SettingName) => SettingText | null;

/**
 * What the editor keeps, then the process environment, then the .env file. A name that is set to nothing counts as not
 * set, as in `NAME=`.
 */
export function settingTexts(environment: Environment, envFile: EnvFile | null, secrets: Secrets): SettingTexts {
  return (name) => {
    const { environment: variable, secret } = settings[name];
    const kept = secret ? secrets[name] : undefined;
    if (kept) return { name, text: kept, place: `${variable} in the editor's safe`, isKept: true };
    const given = clean(name, environment[variable]);
    if (given) return { name, text: given, place: `${variable} in the environment`, isKept: false };
    const entry = envFile?.entries.get(variable);
    const text = clean(name, entry?.text);
    if (!envFile || !entry || !text) return null;
    return { name, text, place: `${variable} in ${envFile.path}, line ${entry.line}`, isKept: false };
  };
}

/** The blanks of a password are its own. */
function clean(name: SettingName, text: string | undefined): string | undefined {
  return settings[name].secret ? text : text?.trim();
}
