/** V8 makes a string of this length or longer a slice of the one it was cut from, and so keeps that one alive. */
const shortestSlice = 13;

/** A copy of a cut-out text that does not keep the piece of the file alive that it was cut from. */
export function ownedText(text: string): string {
  return text.length < shortestSlice ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
