import { isAscii, isUtf8 } from 'node:buffer';
import type { Encoding } from '#shared/dataset.ts';
import type { ByteSource } from './byteSource.ts';

/** What the bytes of a file say about their character encoding. */
export interface EncodingReport {
  readonly encoding: Encoding;
  /** Bytes before the first character: 0, or the length of the byte order mark. */
  readonly bomBytes: number;
  /** True where bytes exist that the encoding has no character for, or that no text has (NUL). */
  readonly undecodable: boolean;
}

/**
 * Bytes that Windows-1252 leaves undefined.
 * Source: Unicode's mapping file VENDORS/MICSFT/WINDOWS/CP1252.TXT.
 */
const undefinedInWindows1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

const utf16SampleBytes = 4096;

/**
 * Tells the encoding by reading every byte once: byte order mark, then NULs in every other byte (UTF-16), then strict
 * UTF-8, then Windows-1252, and ISO-8859-1 only where a byte has no Windows-1252 character.
 */
export async function detectEncoding(source: ByteSource, signal?: AbortSignal): Promise<EncodingReport> {
  const scan = startScan();
  for await (const piece of source.bytes(signal)) scan.push(piece);
  return scan.end();
}

/**
 * The same by the beginning of a file alone, for telling what many files are: what stands behind that may need another
 * encoding.
 * @param fewestBytes about so many bytes are looked at, up to the end of a piece
 */
export async function detectHeadEncoding(
  source: ByteSource,
  fewestBytes: number,
  signal?: AbortSignal,
): Promise<EncodingReport> {
  const scan = startScan();
  let bytes = 0;
  for await (const piece of source.bytes(signal)) {
    scan.push(piece);
    bytes += piece.length;
    if (bytes >= fewestBytes) return scan.cut();
  }
  return scan.end();
}

/** A scan that is fed pieces of a file in order, for a caller that reads the bytes for its own purpose as well. */
export interface EncodingScan {
  push(piece: Uint8Array): void;
  end(): EncodingReport;
  /** Ends before the file does, maybe within a character. */
  cut(): EncodingReport;
}

/** Starts a scan over the pieces of one file. */
export function startScan(): EncodingScan {
  let beginning: Uint8Array | null = new Uint8Array(0);
  let bom: Pick<EncodingReport, 'encoding' | 'bomBytes'> | null = null;
  let ascii = true;
  let validUtf8 = true;
  let hasUndefined = false;
  let hasNul = false;
  let utf16: InstanceType<typeof TextDecoder> | null = null;
  let validUtf16 = true;
  let tail: Uint8Array = new Uint8Array(0);

  const inspect = (piece: Uint8Array): void => {
    if (!hasNul && piece.includes(0)) hasNul = true;
    if (tail.length === 0 && isAscii(piece)) return;
    ascii = false;
    if (!hasUndefined) hasUndefined = undefinedInWindows1252.some((byte) => piece.includes(byte));
    if (!validUtf8) return;
    const joined = tail.length === 0 ? piece : Buffer.concat([tail, piece]);
    const complete = completeUtf8Length(joined);
    validUtf8 = isUtf8(joined.subarray(0, complete));
    tail = Buffer.from(joined.subarray(complete));
  };

  /** Half a character at the end and lone surrogates are no text. */
  const inspectUtf16 = (piece: Uint8Array | null): void => {
    if (!validUtf16) return;
    try {
      if (piece) utf16?.decode(piece, { stream: true });
      else utf16?.decode();
    } catch {
      validUtf16 = false;
    }
  };

  const take = (piece: Uint8Array): void => {
    if (utf16) inspectUtf16(piece);
    else inspect(piece);
  };
  /** The first pieces are held until they are enough to tell a byte order mark and UTF-16 by. */
  const begin = (): void => {
    if (beginning === null) return;
    const held = beginning;
    beginning = null;
    bom = byteOrderMark(held) ?? utf16WithoutMark(held);
    if (bom && bom.encoding !== 'utf-8-bom') utf16 = new TextDecoder(bom.encoding, { fatal: true });
    take(held);
  };

  const report = (endsWhole: boolean): EncodingReport => {
    if (bom && utf16) return { ...bom, undecodable: !validUtf16 };
    const utf8 = validUtf8 && endsWhole;
    if (bom) return { ...bom, undecodable: !utf8 || hasNul };
    if (ascii || utf8) return { encoding: 'utf-8', bomBytes: 0, undecodable: hasNul };
    return { encoding: hasUndefined ? 'iso-8859-1' : 'windows-1252', bomBytes: 0, undecodable: hasNul };
  };

  return {
    push(piece) {
      if (beginning === null) return take(piece);
      beginning = Buffer.concat([beginning, piece]);
      if (beginning.length >= utf16SampleBytes) begin();
    },
    end() {
      begin();
      inspectUtf16(null);
      return report(tail.length === 0);
    },
    cut() {
      begin();
      return report(true);
    },
  };
}

function byteOrderMark(bytes: Uint8Array): Pick<EncodingReport, 'encoding' | 'bomBytes'> | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8-bom', bomBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  return null;
}

/** A table is mostly ASCII, so UTF-16 shows as NULs in nearly every other byte. */
function utf16WithoutMark(bytes: Uint8Array): Pick<EncodingReport, 'encoding' | 'bomBytes'> | null {
  const sample = bytes.subarray(0, utf16SampleBytes);
  if (sample.length < 4) return null;
  let nulsAtEven = 0;
  let nulsAtOdd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) nulsAtEven++;
    else nulsAtOdd++;
  }
  const half = sample.length / 2;
  if (nulsAtOdd > half * 0.7 && nulsAtEven < half * 0.05) return { encoding: 'utf-16le', bomBytes: 0 };
  if (nulsAtEven > half * 0.7 && nulsAtOdd < half * 0.05) return { encoding: 'utf-16be', bomBytes: 0 };
  return null;
}

/** How many of the bytes end with a whole UTF-8 character; the rest (at most 3) waits for the next piece. */
function completeUtf8Length(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
