import { join } from 'node:path';
import { openFileSource } from '../../server/src/files/fileSource.ts';
import { readProfile } from '../../server/src/profiles/readProfile.ts';
import { recognizeConfusions } from '../unit/profiles/confusions.ts';
import { writeMatrix } from './generateMatrix.ts';
import { measureInTurn, milliseconds, printLine } from './measure.ts';

const [features, samples] = [60_000, 1000];
/** Lower ends of the bands of confidence that are told. */
const bands = [0.9, 0.7, 0.5, 0];

/** How long recognising a large table takes, and how often readings of a confidence are right where columns are changed. */
export async function benchRecognize(folder: string): Promise<void> {
  const path = join(folder, 'recognize.csv');
  await writeMatrix(path, features, samples);
  const source = await openFileSource(path);
  const medians = await measureInTurn([
    {
      name: 'recognize',
      async run() {
        await readProfile(source, { onlyHead: true });
        return undefined;
      },
    },
  ]);
  const name = `recognise ${features} × ${samples}`;
  printLine(name, milliseconds((medians.recognize ?? Number.NaN) * 1000), 'aim 100 ms');
  const outcomes = await recognizeConfusions();
  printLine('changed tables', String(outcomes.length), 'layout right, no sample lost and none made of annotation');
  for (const [at, from] of bands.entries()) {
    const below = bands[at - 1] ?? 2;
    const told = outcomes.filter(({ confidence }) => confidence >= from && confidence < below);
    const right = told.filter((one) => one.told === one.layout).length;
    const whole = told.filter((one) => one.told === one.layout && one.hasSamples && one.hasNoOther).length;
    printLine(`  confidence from ${from}`, `${right} of ${told.length}`, `${whole} with all samples and no other`);
  }
}
