/** V8 makes a string of this length or longer a slice of the one it was cut from, and so keeps that one alive. */
const shortestSlice = 13;

/** Nearly every text is shorter, and of characters of one byte each. */
const scratch = Buffer.alloc(256);

/** A copy of a cut-out text that does not keep the piece of the file alive that it was cut from. */
export function ownedText(text: string): string {
  const { length } = text;
  if (length < shortestSlice) return text;
  if (length <= scratch.length) {
    scratch.write(text, 'latin1');
    const copy = scratch.toString('latin1', 0, length);
    if (copy === text) return copy;
  }
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
