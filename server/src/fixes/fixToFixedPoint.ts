import type { DiagnosticCode, Finding, TextEdit } from '#shared/diagnostics.ts';
import type { Overrides } from '#shared/overrides.ts';
import type { RuleSettings } from '#shared/ruleSettings.ts';
import { validate } from '../rules/validate.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { decode, type TextPiece } from '../table/decode.ts';
import { detectEncoding } from '../table/encoding.ts';
import { composeEdits } from './composeEdits.ts';
import { editedSource } from './editedSource.ts';
import type { FileEncoding } from './encodeText.ts';
import { type FixScope, planFixes } from './planFixes.ts';
import { unifiedDiff } from './unifiedDiff.ts';

/** What is mended, and how. */
export interface FixOptions extends FixScope {
  /** What a person says of the table. */
  readonly overrides?: Overrides;
  /** What a person says of some codes; what is off is left alone, even where it is shown because it blocks. */
  readonly levels?: RuleSettings;
  readonly signal?: AbortSignal;
}

/** A table with its safe fixes made. Nothing is written: `bytes` and `diff` read the original and change it on the way. */
export interface FixedTable {
  /** False where there was nothing to mend: then `bytes` are the original's. */
  readonly changed: boolean;
  /** How often the table was mended and looked at again; at most 10. */
  readonly rounds: number;
  /** How many findings were mended, by code. */
  readonly mended: ReadonlyMap<DiagnosticCode, number>;
  /** What is still found in the mended table. */
  readonly findings: readonly Finding[];
  /** From the original's decoded text to the mended one, by offset. */
  readonly edits: readonly TextEdit[];
  /** How the original is written, and how the mended table is. */
  readonly from: FileEncoding;
  readonly to: FileEncoding;
  /** The mended file. */
  bytes(signal?: AbortSignal): AsyncIterable<Uint8Array>;
  /**
   * The change as a unified diff, which `patch` takes where the file is UTF-8; of another encoding that is changed it
   * says so in a first line. Empty where nothing changed.
   */
  diff(signal?: AbortSignal): AsyncIterable<string>;
}

const mostRounds = 10;

/**
 * Makes safe fixes and validates again until there is none left, or for ten rounds. All rounds are put together into one
 * set of edits of the original, which is read anew for each round and never held in memory.
 * @throws AbortError when `options.signal` is aborted
 */
export async function fixToFixedPoint(original: ByteSource, options: FixOptions = {}): Promise<FixedTable> {
  const { codes, cell, ...validation } = options;
  const { levels = {} } = validation;
  const scope = { levels, ...(codes ? { codes } : {}), ...(cell === undefined ? {} : { cell }) };
  // How the mended text is written is known, whatever a person says of the original.
  const { encoding: _, ...ofMended } = options.overrides ?? {};
  const mended = new Map<DiagnosticCode, number>();
  let edits: readonly TextEdit[] = [];
  let { findings, profile } = await validate(original, validation);
  const from: FileEncoding = { encoding: profile.encoding, bomBytes: profile.bomBytes };
  let to = from;
  let rounds = 0;
  // What the bytes of a damaged file meant would be lost in writing it again.
  while (rounds < mostRounds && !profile.undecodable) {
    const plan = planFixes(findings, scope);
    if (plan.mended.length === 0) break;
    rounds++;
    edits = composeEdits(edits, plan.edits);
    if (plan.saveAs) to = { encoding: plan.saveAs, bomBytes: 0 };
    for (const { code } of plan.mended) mended.set(code, (mended.get(code) ?? 0) + 1);
    const encoding = { ...to, undecodable: false };
    const mendedSource = editedSource(original, from, edits, to);
    ({ findings, profile } = await validate(mendedSource, { ...validation, encoding, overrides: ofMended }));
  }
  if (rounds > 0) to = await unmistakable(original, from, edits, to);
  return {
    changed: rounds > 0,
    rounds,
    mended,
    findings,
    edits,
    from,
    to,
    bytes: (signal) => (rounds > 0 ? editedSource(original, from, edits, to).bytes(signal) : original.bytes(signal)),
    diff: (signal) => describe(original, from, edits, to, signal),
  };
}

/** A text of single bytes that has lost the byte that told it from UTF-8 would be read as another text: it is saved as UTF-8. */
async function unmistakable(
  original: ByteSource,
  from: FileEncoding,
  edits: readonly TextEdit[],
  to: FileEncoding,
): Promise<FileEncoding> {
  if (to.encoding !== 'windows-1252' && to.encoding !== 'iso-8859-1') return to;
  const told = await detectEncoding(editedSource(original, from, edits, to));
  return told.encoding === to.encoding ? to : { encoding: 'utf-8', bomBytes: 0 };
}

async function* describe(
  original: ByteSource,
  from: FileEncoding,
  edits: readonly TextEdit[],
  to: FileEncoding,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const pieces = (): AsyncIterable<Pick<TextPiece, 'text'>> => decode(original.bytes(signal), from);
  const hasMark = from.encoding === 'utf-8-bom';
  if (from.encoding !== to.encoding && !hasMark) yield `${original.name}: ${from.encoding} becomes ${to.encoding}\n`;
  if (!hasMark) {
    yield* unifiedDiff(original.name, pieces, edits);
    return;
  }
  const shifted = edits.map(({ start, end, newText }) => ({ start: start + 1, end: end + 1, newText }));
  const withoutMark = to.encoding === 'utf-8-bom' ? shifted : [{ start: 0, end: 1, newText: '' }, ...shifted];
  yield* unifiedDiff(original.name, () => afterMark(pieces()), withoutMark);
}

async function* afterMark(pieces: AsyncIterable<Pick<TextPiece, 'text'>>): AsyncGenerator<Pick<TextPiece, 'text'>> {
  yield { text: '\ufeff' };
  yield* pieces;
}
