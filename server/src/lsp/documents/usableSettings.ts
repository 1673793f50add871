import { AmprentaError } from '#shared/errors.ts';
import type { Overrides } from '#shared/overrides.ts';
import { readTableSettings, type TableSettings, usualSettings } from '../../config/tableSettings.ts';
import type { Validation } from '../../rules/validate.ts';
import type { SheetChoice } from '../../sheets/sheet.ts';
import { pathOfUri } from '../documentPath.ts';

/** What a person says of a table, and why that is nothing although they may have said something. */
export interface UsableSettings extends TableSettings {
  /** As a person reads it; null where nothing is wrong. */
  readonly problem: string | null;
}

/**
 * What holds for a document or file; the usual for what is no file on this machine. A `.amprenta.json` that can't be read
 * must not take away the findings, so it is told and not thrown.
 * @param folder the workspace's folder; null where there is none
 */
export async function readUsableSettings(uri: string, folder: string | null): Promise<UsableSettings> {
  if (!uri.startsWith('file:')) return { ...usualSettings, problem: null };
  try {
    const path = pathOfUri(uri);
    return { ...(await readTableSettings(path, folder ?? path)), problem: null };
  } catch (thrown) {
    if (!isInvalidInput(thrown)) throw thrown;
    return { ...usualSettings, problem: thrown.message };
  }
}

/** The same, with the sample sheets that may belong to the table. */
export interface UsableSheets extends UsableSettings {
  readonly sheets: SheetChoice;
}

/**
 * Finds a table's sheets by what a person said; where the one that was named can't be used there is none, with the reason.
 * @throws what `find` throws, but for a sheet that can't be used
 */
export async function findUsableSheets(
  settings: UsableSettings,
  find: (said: Overrides['sampleSheet']) => Promise<SheetChoice>,
): Promise<UsableSheets> {
  try {
    return { ...settings, sheets: await find(settings.overrides.sampleSheet) };
  } catch (thrown) {
    if (!isInvalidInput(thrown)) throw thrown;
    return { ...settings, problem: settings.problem ?? thrown.message, sheets: { sheets: [], named: false } };
  }
}

/** By what a table is judged of what a person says. */
export type FollowedSettings = Pick<TableSettings, 'overrides' | 'levels'>;

/** A table that was judged, by what could be followed of what a person says. */
export interface FollowedValidation extends TableSettings {
  readonly validation: Validation;
  /** Why a person's overrides could not be followed; null where they could, or there are none. */
  readonly overrideProblem: string | null;
}

/**
 * Judges a table by a person's overrides; where it can't be read by them, by what it tells itself, with the reason. What
 * is said of codes holds either way.
 * @throws what `judge` throws, but for overrides that can't be followed
 */
export async function followUsable(
  { overrides, levels, maximumShown, problem }: UsableSettings,
  judge: (followed: FollowedSettings) => Promise<Validation>,
): Promise<FollowedValidation> {
  const others = { levels, maximumShown };
  try {
    return { validation: await judge({ overrides, levels }), overrides, ...others, overrideProblem: problem };
  } catch (thrown) {
    if (Object.keys(overrides).length === 0 || !isInvalidInput(thrown)) throw thrown;
    const validation = await judge({ overrides: {}, levels });
    return { validation, overrides: {}, ...others, overrideProblem: thrown.message };
  }
}

/** True for what a person can mend in an input. */
function isInvalidInput(thrown: unknown): thrown is AmprentaError {
  return thrown instanceof AmprentaError && thrown.kind === 'invalidInput';
}
