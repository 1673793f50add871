import { storableText } from './storableText.ts';

/** The type oids that array elements are announced with (pg_type.dat). */
const textOid = 25;
const float8Oid = 701;

/** Signature, flags and length of the header extension (manual, COPY, "Binary Format"). */
const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const nothing: readonly Buffer[] = [];
const trailer = Buffer.from([0xff, 0xff]);
/** Of an array with one dimension: dimensions, whether NULLs are in it, element type, length and lower bound. */
const arrayHeaderBytes = 20;

/**
 * Writes rows in the binary format of COPY, straight into buffers of `pieceBytes`; full ones wait in {@link take}.
 * Each field's method appends one field of the row begun last.
 */
export class BinaryRows {
  private readonly pieceBytes: number;
  private full: Buffer[] = [];
  private readonly spare: Buffer[] = [];
  private piece: Buffer;
  private view: DataView;
  private at: number;

  constructor(pieceBytes = 256 * 1024) {
    this.pieceBytes = pieceBytes;
    this.piece = Buffer.allocUnsafeSlow(pieceBytes);
    this.view = new DataView(this.piece.buffer);
    this.at = header.copy(this.piece);
  }

  /** Begins a row of so many fields. */
  row(fields: number): void {
    this.reserve(2);
    this.view.setInt16(this.at, fields);
    this.at += 2;
  }

  /** The two fields that every table of a revision begins with. */
  revision(of: { readonly datasetIdBytes: Buffer; readonly revision: number }): void {
    this.bytes(of.datasetIdBytes);
    this.integer(of.revision);
  }

  /** A field of type integer. */
  integer(value: number | null): void {
    if (value === null) {
      this.none();
      return;
    }
    this.int(4);
    this.int(value);
  }

  /** A field of type smallint. */
  smallInteger(value: number | null): void {
    if (value === null) {
      this.none();
      return;
    }
    this.int(2);
    this.reserve(2);
    this.view.setInt16(this.at, value);
    this.at += 2;
  }

  /** A field of type boolean. */
  boolean(value: boolean): void {
    this.int(1);
    this.reserve(1);
    this.piece[this.at++] = value ? 1 : 0;
  }

  /** A field of type bytea, or of any other whose binary form the caller has (16 bytes of a uuid). */
  bytes(value: Uint8Array | null): void {
    if (value === null) {
      this.none();
      return;
    }
    this.reserve(4 + value.length);
    this.view.setInt32(this.at, value.length);
    this.piece.set(value, this.at + 4);
    this.at += 4 + value.length;
  }

  /** A field of type text; what text can't hold is replaced, see {@link storableText}. */
  text(value: string | null): void {
    if (value === null) {
      this.none();
      return;
    }
    const storable = storableText(value);
    // Three bytes is the most that UTF-8 takes for a UTF-16 unit.
    this.reserve(4 + 3 * storable.length);
    const length = this.piece.write(storable, this.at + 4);
    this.view.setInt32(this.at, length);
    this.at += 4 + length;
  }

  /** A field of type jsonb, whose JSON is {@link storableJson}. */
  json(value: string | null): void {
    if (value === null) {
      this.none();
      return;
    }
    const length = Buffer.byteLength(value);
    this.reserve(5 + length);
    this.view.setInt32(this.at, 1 + length);
    // The version of jsonb's binary form.
    this.piece[this.at + 4] = 1;
    this.piece.write(value, this.at + 5);
    this.at += 5 + length;
  }

  /** A field of type text[]. */
  texts(values: readonly (string | null)[]): void {
    const storable = values.map((value) => (value === null ? null : storableText(value)));
    let bytes = arrayBytes(values.length);
    for (const value of storable) bytes += 4 + (value === null ? 0 : Buffer.byteLength(value));
    this.array(textOid, values.length, values.includes(null), bytes);
    for (const value of storable) this.text(value);
  }

  /** A field of type double precision[]; NaN becomes NULL. */
  numbers(values: Float64Array): void {
    const length = values.length;
    let missing = 0;
    for (let index = 0; index < length; index++) if (Number.isNaN(values[index])) missing++;
    const bytes = arrayBytes(length) + 12 * length - 8 * missing;
    this.array(float8Oid, length, missing > 0, bytes);
    this.reserve(bytes);
    const view = this.view;
    let at = this.at;
    for (let index = 0; index < length; index++) {
      const value = values[index] as number;
      if (Number.isNaN(value)) {
        view.setInt32(at, -1);
        at += 4;
      } else {
        view.setInt32(at, 8);
        view.setFloat64(at + 4, value);
        at += 12;
      }
    }
    this.at = at;
  }

  /** Ends the rows; nothing may be written after it. What has not been taken yet is the caller's now. */
  end(): readonly Buffer[] {
    this.reserve(trailer.length);
    this.at += trailer.copy(this.piece, this.at);
    this.flush();
    return this.take();
  }

  /** The pieces that are full, in order; they are the caller's now. */
  take(): readonly Buffer[] {
    if (this.full.length === 0) return nothing;
    const taken = this.full;
    this.full = [];
    return taken;
  }

  /**
   * Gives back a piece that has been sent: V8 is slow to collect what lies outside its heap, so that a copy of 500 MB
   * out of fresh pieces came to 800 MB at the peak.
   */
  readonly giveBack = (piece: Buffer): void => {
    if (piece.buffer.byteLength === this.pieceBytes) this.spare.push(Buffer.from(piece.buffer));
  };

  private none(): void {
    this.int(-1);
  }

  private int(value: number): void {
    this.reserve(4);
    this.view.setInt32(this.at, value);
    this.at += 4;
  }

  private array(elementOid: number, length: number, hasNulls: boolean, bytes: number): void {
    this.int(bytes);
    if (length === 0) {
      this.int(0);
      this.int(0);
      this.int(elementOid);
      return;
    }
    this.int(1);
    this.int(hasNulls ? 1 : 0);
    this.int(elementOid);
    this.int(length);
    this.int(1);
  }

  private reserve(bytes: number): void {
    if (this.at + bytes <= this.piece.length) return;
    this.flush();
    const spare = bytes <= this.pieceBytes ? this.spare.pop() : undefined;
    this.piece = spare ?? Buffer.allocUnsafeSlow(Math.max(this.pieceBytes, bytes));
    this.view = new DataView(this.piece.buffer);
  }

  private flush(): void {
    if (this.at > 0) this.full.push(this.piece.subarray(0, this.at));
    this.at = 0;
  }
}

function arrayBytes(length: number): number {
  return length === 0 ? 12 : arrayHeaderBytes;
}
