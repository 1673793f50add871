import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Settings that keep the editor from doing anything by itself. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'files.autoSave': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
};

/** Writes the user's settings before the editor starts. */
export async function writeSettings(userFolder: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const folder = join(userFolder, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...quietSettings, ...more }, null, 2));
}
