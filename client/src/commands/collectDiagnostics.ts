import { arch, homedir, platform, release } from 'node:os';
import { version as editorVersion, env, window, workspace } from 'vscode';
import { reportServer, type ServerReport } from '#shared/protocol/server.ts';
import type { TableStatus } from '#shared/protocol/tables.ts';
import { type Setting, settings } from '#shared/settings.ts';
import type { Context } from '../context.ts';
import { clientSettings } from '../manifest/clientSettings.ts';
import { writeReport } from '../report/reportText.ts';
import { secretNames } from '../secrets/secretStore.ts';
import { settingOf } from '../serverEnvironment.ts';
import type { CommandFactory } from './command.ts';

/** Gathers in an untitled document what helps to find out what went wrong. */
export const collectDiagnostics: CommandFactory =
  ({ context }) =>
  async () => {
    const content = writeReport({
      versions: [
        ['Amprenta Omics', context.version],
        [env.appName, editorVersion],
        ['Node of the extensions', process.version],
        ['operating system', `${platform()} ${release()}, ${arch()}`],
        ...(env.remoteName === undefined ? [] : [['remote', env.remoteName] as const]),
      ],
      isTrusted: workspace.isTrusted,
      settings: setSettings(),
      secrets: await keptSecrets(context),
      tables: openTables(context),
      server: await askServer(context),
      home: homedir(),
    });
    await window.showTextDocument(await workspace.openTextDocument({ content, language: 'markdown' }));
  };

function setSettings(): (readonly [string, string])[] {
  const own = Object.values<Setting>(settings).filter(({ secret }) => !secret);
  const keys = [...Object.keys(clientSettings), ...own.map(({ key }) => key)];
  return keys.flatMap((key) => {
    const value = settingOf(key);
    return value === undefined ? [] : [[`amprenta.${key}`, String(value)] as const];
  });
}

async function keptSecrets({ secrets, log }: Context): Promise<(readonly [string, boolean])[] | null> {
  try {
    const kept = await secrets.read();
    return secretNames.map((name) => [settings[name].environment, typeof kept[name] === 'string']);
  } catch (thrown) {
    log.warn(String(thrown));
    return null;
  }
}

const openTables = ({ tables }: Context): TableStatus[] =>
  workspace.textDocuments.flatMap(({ uri }) => tables.get(uri) ?? []);

/** A server that does not answer is what the report may be about. */
async function askServer({ server }: Context): Promise<ServerReport | string> {
  try {
    return await server.askPlain(reportServer);
  } catch (thrown) {
    return `The server does not answer: ${String(thrown)}`;
  }
}
