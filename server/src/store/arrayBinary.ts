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
