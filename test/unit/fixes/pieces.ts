/** Everything that comes piece by piece, together. */
export async function readPieces<Piece>(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const all: Piece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

/** A text cut into pieces of a length. */
export async function* cut(text: string, length: number): AsyncGenerator<{ readonly text: string }> {
  for (let at = 0; at < text.length; at += length) yield { text: text.slice(at, at + length) };
}
