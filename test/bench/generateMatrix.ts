import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** A reproducible generator of uniform numbers in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The lines of an intensity matrix: a header, then a row a feature, log-normal values with two to four decimals. */
export function* matrixLines(features: number, samples: number, seed: number): Generator<string> {
  const random = randomFrom(seed);
  yield ['feature', ...Array.from({ length: samples }, (_, sample) => `sample_${sample + 1}`)].join(',');
  for (let feature = 0; feature < features; feature++) {
    const cells = [`ENSG${String(feature + 1).padStart(11, '0')}`];
    const level = 2 + random() * 4;
    for (let sample = 0; sample < samples; sample++) {
      cells.push((10 ** (level + random() * 0.6)).toFixed(sample % 3 === 0 ? 4 : 2));
    }
    yield cells.join(',');
  }
}

/** Such a matrix of 24 samples as one text of at least so many megabytes. */
export function matrixText(megabytes: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const line of matrixLines(1_000_000, 24, megabytes)) {
    lines.push(line);
    length += line.length + 1;
    if (length >= megabytes * 1e6) break;
  }
  return `${lines.join('\n')}\n`;
}

/** Writes such a matrix to a file. */
export async function writeMatrix(path: string, features: number, samples: number, seed = 1): Promise<void> {
  const out = createWriteStream(path);
  for (const line of matrixLines(features, samples, seed)) {
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
