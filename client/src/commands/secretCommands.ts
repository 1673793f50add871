import { type QuickPickItem, window, workspace } from 'vscode';
import { type SettingName, settings } from '#shared/settings.ts';
import { type KeptSecrets, secretNames } from '../secrets/secretStore.ts';
import type { CommandFactory } from './command.ts';

interface SecretItem extends QuickPickItem {
  readonly name: SettingName;
}

/** Lets a person put a password or key into the editor's safe. */
export const setSecret: CommandFactory =
  ({ context }) =>
  async () => {
    const name = await chooseSecret(await context.secrets.read(), secretNames, 'Set a secret');
    if (name === undefined) return;
    const { environment, doc } = settings[name];
    const secret = await window.showInputBox({
      title: environment,
      prompt: `${doc} It is kept in the editor's own safe, and wins over the environment and .env.`,
      password: true,
      ignoreFocusOut: true,
      validateInput: (text) => (text === '' ? 'Type it, or press Escape to leave everything as it is.' : undefined),
    });
    if (secret === undefined || secret === '') return;
    await context.secrets.set(name, secret);
    const use = workspace.isTrusted ? 'is used from now on' : 'is used where the workspace is trusted';
    window.setStatusBarMessage(`${environment} is kept, and ${use}`, 5000);
  };

/** Lets a person take a password or key out of the editor's safe. */
export const forgetSecret: CommandFactory =
  ({ context }) =>
  async () => {
    const kept = await context.secrets.read();
    const names = secretNames.filter((name) => kept[name] !== null);
    if (names.length === 0) return void (await window.showInformationMessage("The editor's safe holds no secret."));
    const name = await chooseSecret(kept, names, 'Forget a secret');
    if (name === undefined) return;
    await context.secrets.forget(name);
    const { environment } = settings[name];
    window.setStatusBarMessage(`${environment} is forgotten; the environment or .env may still set it`, 5000);
  };

async function chooseSecret(
  kept: KeptSecrets,
  names: readonly SettingName[],
  title: string,
): Promise<SettingName | undefined> {
  const items = names.map((name): SecretItem => {
    const { environment: label, doc: detail } = settings[name];
    return { name, label, description: kept[name] === null ? 'not set' : 'set', detail };
  });
  return (await window.showQuickPick(items, { title, matchOnDetail: true }))?.name;
}
