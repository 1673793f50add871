/**
 * A rising list of offsets in a few bytes each (the differences, seven bits a byte), so that a fix for a whole column
 * can be kept for every column of a large table: an object an edit would take fifty times as much.
 */
export interface OffsetList extends Iterable<number> {
  readonly length: number;
  /** Adds an offset, which must not be below the one before. */
  push(offset: number): void;
}

/** Starts an empty list. */
export function startOffsetList(): OffsetList {
  let bytes = new Uint8Array(16);
  let used = 0;
  let length = 0;
  let last = 0;
  return {
    get length() {
      return length;
    },
    push(offset) {
      if (used + 8 > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      let difference = offset - last;
      while (difference >= 128) {
        bytes[used++] = (difference % 128) + 128;
        difference = Math.floor(difference / 128);
      }
      bytes[used++] = difference;
      last = offset;
      length++;
    },
    *[Symbol.iterator]() {
      let offset = 0;
      for (let at = 0; at < used; ) {
        let weight = 1;
        for (;;) {
          const byte = bytes[at++] ?? 0;
          offset += (byte % 128) * weight;
          if (byte < 128) break;
          weight *= 128;
        }
        yield offset;
      }
    },
  };
}
