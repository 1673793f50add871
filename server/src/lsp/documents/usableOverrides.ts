import { AmprentaError } from '#shared/errors.ts';
import type { Overrides } from '#shared/overrides.ts';
import { readOverrides } from '../../config/projectFile.ts';
import type { Validation } from '../../rules/validate.ts';
import type { SheetChoice } from '../../sheets/sheet.ts';
import { pathOfUri } from '../documentPath.ts';

/** A table's overrides, and why there are none although a person may have wanted some. */
export interface UsableOverrides {
  readonly overrides: Overrides;
  /** As a person reads it; null where nothing is wrong. */
  readonly problem: string | null;
}

/**
 * The overrides that hold for a document or file; none for what is no file on this machine. A file of overrides that
 * can't be read must not take away the findings, so it is told and not thrown.
 * @param folder the workspace's folder; null where there is none
 */
export async function readUsableOverrides(uri: string, folder: string | null): Promise<UsableOverrides> {
  if (!uri.startsWith('file:')) return { overrides: {}, problem: null };
  try {
    const path = pathOfUri(uri);
    return { overrides: await readOverrides(path, folder ?? path), problem: null };
  } catch (thrown) {
    if (!isInvalidInput(thrown)) throw thrown;
    return { overrides: {}, problem: thrown.message };
  }
}

/** The same, with the sample sheets that may belong to the table. */
export interface UsableSheets extends UsableOverrides {
  readonly sheets: SheetChoice;
}

/**
 * Finds a table's sheets by what a person said; where the one that was named can't be used there is none, with the reason.
 * @throws what `find` throws, but for a sheet that can't be used
 */
export async function findUsableSheets(
  { overrides, problem }: UsableOverrides,
  find: (said: Overrides['sampleSheet']) => Promise<SheetChoice>,
): Promise<UsableSheets> {
  try {
    return { overrides, problem, sheets: await find(overrides.sampleSheet) };
  } catch (thrown) {
    if (!isInvalidInput(thrown)) throw thrown;
    return { overrides, problem: problem ?? thrown.message, sheets: { sheets: [], named: false } };
  }
}

/** A table that was judged, by what could be followed of a person's overrides. */
export interface FollowedValidation {
  readonly validation: Validation;
  /** What a person said that was followed. */
  readonly overrides: Overrides;
  /** Why a person's overrides could not be followed; null where they could, or there are none. */
  readonly overrideProblem: string | null;
}

/**
 * Judges a table by a person's overrides; where it can't be read by them, by what it tells itself, with the reason.
 * @throws what `judge` throws, but for overrides that can't be followed
 */
export async function followUsable(
  { overrides, problem }: UsableOverrides,
  judge: (overrides: Overrides) => Promise<Validation>,
): Promise<FollowedValidation> {
  try {
    return { validation: await judge(overrides), overrides, overrideProblem: problem };
  } catch (thrown) {
    if (Object.keys(overrides).length === 0 || !isInvalidInput(thrown)) throw thrown;
    return { validation: await judge({}), overrides: {}, overrideProblem: thrown.message };
  }
}

/** True for what a person can mend in an input. */
function isInvalidInput(thrown: unknown): thrown is AmprentaError {
  return thrown instanceof AmprentaError && thrown.kind === 'invalidInput';
}
