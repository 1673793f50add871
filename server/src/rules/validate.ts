import type { Profile } from '../profiles/profile.ts';
import { type ReadProfileOptions, readProfile } from '../profiles/readProfile.ts';
import { organismWithSheet } from '../sheets/organismWithSheet.ts';
import type { ByteSource } from '../table/byteSource.ts';
import type { DataVisitor } from '../values/dataRows.ts';
import { type Judgement, type JudgeOptions, judge } from './judge.ts';

/** How a table is validated. */
export interface ValidateOptions
  extends Omit<JudgeOptions, 'alsoTell'>,
    Pick<ReadProfileOptions, 'overrides' | 'encoding'> {
  /** Makes someone who is told of the same records in the same pass. */
  readonly alsoTell?: (profile: Profile) => DataVisitor;
}

/** A table that has been recognised and judged. */
export interface Validation extends Judgement {
  /** By its head, and with the organism that its sample sheet tells. */
  readonly profile: Profile;
}

/**
 * Recognises a table by its head and judges it by one pass over the whole.
 * @throws invalidInput where an override can't be followed; AbortError when `options.signal` is aborted
 */
export async function validate(source: ByteSource, options: ValidateOptions = {}): Promise<Validation> {
  const { overrides, encoding, alsoTell, ...pass } = options;
  const profile = await readProfile(source, {
    ...(overrides ? { overrides } : {}),
    ...(encoding ? { encoding } : {}),
    ...(pass.signal ? { signal: pass.signal } : {}),
  });
  const judgement = await judge(source, profile, { ...pass, ...(alsoTell ? { alsoTell: alsoTell(profile) } : {}) });
  const organism = organismWithSheet(profile, judgement.sheet);
  return { profile: { ...profile, organism }, ...judgement };
}
