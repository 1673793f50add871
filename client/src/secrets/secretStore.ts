import type { Disposable, SecretStorage } from 'vscode';
import { type Setting, type SettingName, settings } from '#shared/settings.ts';

/** The settings that are secret, in the order of the table; none of them is a setting of the editor. */
export const secretNames: readonly SettingName[] = (Object.keys(settings) as SettingName[]).filter(
  (name) => settings[name].secret,
);

/** What is kept of each secret; null where nothing is. */
export type KeptSecrets = Readonly<Partial<Record<SettingName, string | null>>>;

/** Passwords and keys in the editor's own safe, which all its windows share. */
export class SecretStore {
  readonly #storage: SecretStorage;

  constructor(storage: SecretStorage) {
    this.#storage = storage;
  }

  /** All of them. @throws the editor's error where its safe can't be opened */
  async read(): Promise<KeptSecrets> {
    const kept = secretNames.map(async (name) => [name, (await this.#storage.get(keyOf(name))) ?? null] as const);
    return Object.fromEntries(await Promise.all(kept));
  }

  /** Keeps one. @throws as {@link read} */
  async set(name: SettingName, secret: string): Promise<void> {
    await this.#storage.store(keyOf(name), secret);
  }

  /** Forgets one. @throws as {@link read} */
  async forget(name: SettingName): Promise<void> {
    await this.#storage.delete(keyOf(name));
  }

  /** One of them was set or forgotten, here or in another window. */
  onChange(listener: (changed: Setting) => void): Disposable {
    return this.#storage.onDidChange(({ key }) => {
      const name = secretNames.find((one) => keyOf(one) === key);
      if (name !== undefined) listener(settings[name]);
    });
  }
}

const keyOf = (name: SettingName): string => settings[name].key;
