import { type SettingName, settings } from '#shared/settings.ts';
import type { Secrets } from '../../config/settingText.ts';

/** The secrets with those that are given: null forgets one, and what is no secret is passed over. */
export function keepSecrets(kept: Secrets, given: Readonly<Record<string, unknown>>): Secrets {
  const changed: Partial<Record<SettingName, string>> = { ...kept };
  for (const [name, text] of Object.entries(given)) {
    if (!isSecretName(name)) continue;
    if (typeof text === 'string') changed[name] = text;
    else delete changed[name];
  }
  return changed;
}

const isSecretName = (name: string): name is SettingName =>
  Object.hasOwn(settings, name) && settings[name as SettingName].secret;
