import { dirname } from 'node:path';
import { workspace } from 'vscode';
import { type Setting, settings } from '#shared/settings.ts';

/**
 * The server's environment: the editor's own, and over it each setting that a person has set. Defaults are left out,
 * because they would hide what the environment or a .env file says.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  // npm's note of where it was called from: an editor started by a script is not that script.
  delete environment.INIT_CWD;
  for (const { key, environment: name, secret } of Object.values<Setting>(settings)) {
    const value = secret ? undefined : settingOf(key);
    if (value !== undefined) environment[name] = String(value);
  }
  return environment;
}

/** What a person has set a setting to, by its name behind `amprenta.`; undefined where nobody has. */
export function settingOf(key: string): unknown {
  const found = workspace.getConfiguration('amprenta').inspect(key);
  const value = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
  return value === null || value === '' ? undefined : value;
}

/**
 * The server's folder, whose .env is read: the workspace's where it is trusted, else the program's own, where there is
 * none.
 */
export function serverFolder(): string {
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  return workspace.isTrusted && folder !== undefined ? folder.uri.fsPath : dirname(process.execPath);
}
