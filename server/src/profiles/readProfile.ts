import type { Overrides } from '#shared/overrides.ts';
import type { LayoutCandidate } from '#shared/protocol/tables.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { detectEncoding, type EncodingReport } from '../table/encoding.ts';
import { type Head, readHead } from '../table/head.ts';
import { layouts } from './layouts/index.ts';
import type { Profile } from './profile.ts';
import { recognize } from './recognize.ts';

/** How a table's profile is read. */
export interface ReadProfileOptions {
  /** What a person says of the table, over what it tells itself. */
  readonly overrides?: Overrides;
  /** What is known of the encoding already; it is no person's to override then. */
  readonly encoding?: EncodingReport;
  /** Looks at no byte behind the head, not even for the encoding: enough to tell what many files are. */
  readonly onlyHead?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Reads the head of a table and tells by it what the table is, with a person's overrides followed.
 * @throws invalidInput where an override can't be followed, naming what would be possible; AbortError when `signal` is
 * aborted
 */
export async function readProfile(source: ByteSource, options: ReadProfileOptions = {}): Promise<Profile> {
  const { overrides = {}, signal } = options;
  const { encoding: asked, ...followed } = overrides;
  const encoding = options.encoding ?? (asked && (await encodingAsAsked(source, asked, signal)));
  const head = await readHead(source, {
    ...(encoding ? { encoding } : {}),
    ...(options.onlyHead ? { onlyHead: true } : {}),
    ...(overrides.delimiter ? { delimiter: overrides.delimiter } : {}),
    ...(signal ? { signal } : {}),
  });
  return recognize(head, options.encoding ? followed : overrides);
}

/** The layouts that recognise a head, the surest first. */
export function rankLayouts(head: Head): readonly LayoutCandidate[] {
  return layouts
    .flatMap((layout) => {
      const reading = layout.recognize(head);
      return reading ? [{ layout: layout.name, confidence: reading.confidence, evidence: reading.evidence }] : [];
    })
    .sort((one, other) => other.confidence - one.confidence);
}

/** Bytes that mark another encoding's beginning are characters in the one that was asked for. */
async function encodingAsAsked(
  source: ByteSource,
  asked: EncodingReport['encoding'],
  signal?: AbortSignal,
): Promise<EncodingReport> {
  const detected = await detectEncoding(source, signal);
  if (detected.encoding === asked) return detected;
  return { encoding: asked, bomBytes: 0, undecodable: !(await decodes(source, asked, signal)) };
}

/** Whether every byte has a character in an encoding; Latin-1 has one for each. */
async function decodes(
  source: ByteSource,
  encoding: EncodingReport['encoding'],
  signal?: AbortSignal,
): Promise<boolean> {
  if (encoding === 'iso-8859-1') return true;
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: true });
  try {
    for await (const piece of source.bytes(signal)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (thrown) {
    if (thrown instanceof TypeError) return false;
    throw thrown;
  }
}
