import type { Profile } from '../profiles/profile.ts';
import { recognize } from '../profiles/recognize.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { type HeadOptions, readHead } from '../table/head.ts';
import type { DataVisitor, PassOptions } from '../values/dataRows.ts';
import { type Judgement, judge } from './judge.ts';

/** How a table is validated. */
export interface ValidateOptions extends PassOptions, Pick<HeadOptions, 'delimiter' | 'encoding'> {
  /** Makes someone who is told of the same records in the same pass. */
  readonly alsoTell?: (profile: Profile) => DataVisitor;
}

/** A table that has been recognised and judged. */
export interface Validation extends Judgement {
  readonly profile: Profile;
}

/**
 * Recognises a table by its head and judges it by one pass over the whole.
 * @throws AbortError when `options.signal` is aborted
 */
export async function validate(source: ByteSource, options: ValidateOptions = {}): Promise<Validation> {
  const { delimiter, encoding, alsoTell, ...pass } = options;
  const head = await readHead(source, {
    ...(delimiter ? { delimiter } : {}),
    ...(encoding ? { encoding } : {}),
    ...(pass.signal ? { signal: pass.signal } : {}),
  });
  const profile = recognize(head);
  const judgement = await judge(source, profile, { ...pass, ...(alsoTell ? { alsoTell: alsoTell(profile) } : {}) });
  return { profile, ...judgement };
}
