/** Dimensions, whether NULLs are in it, element type, length, lower bound. */
const headerBytes = 20;

/** Reads the binary form of a double precision[] with at most one dimension; NULL becomes NaN. */
export function readNumbers(bytes: Buffer): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getInt32(0) === 0 ? 0 : view.getInt32(12);
  const numbers = new Float64Array(length);
  let at = headerBytes;
  for (let index = 0; index < length; index++) {
    const isMissing = view.getInt32(at) < 0;
    numbers[index] = isMissing ? Number.NaN : view.getFloat64(at + 4);
    at += isMissing ? 4 : 12;
  }
  return numbers;
}

/** Type oid of uuid (pg_type.dat). */
const uuidOid = 2950;
const uuidLength = 16;

/** Writes the binary form of a uuid[] out of ids of 16 bytes each; the driver sends a Buffer as it is. */
export function writeUuids(ids: readonly Buffer[]): Buffer {
  const bytes = Buffer.alloc(headerBytes + ids.length * (4 + uuidLength));
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(uuidOid, 8);
  bytes.writeInt32BE(ids.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = headerBytes;
  for (const id of ids) {
    bytes.writeInt32BE(uuidLength, at);
    id.copy(bytes, at + 4);
    at += 4 + uuidLength;
  }
  return bytes;
}
