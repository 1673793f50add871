import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { openFileSource } from '../../server/src/files/fileSource.ts';
import { validate } from '../../server/src/rules/validate.ts';
import { writeMatrix } from './generateMatrix.ts';
import { measureInTurn, printLine, ratio, seconds } from './measure.ts';

const features = 60_000;
const samples = 200;

/** A full validation of 60,000 × 200 from the file, against papaparse's bare step parse of the same text in memory. */
export async function benchValidate(folder: string): Promise<void> {
  const path = join(folder, 'validate.csv');
  await writeMatrix(path, features, samples);
  const text = await readFile(path, 'utf8');
  const megabytes = (await stat(path)).size / 1e6;
  const medians = await measureInTurn([
    {
      name: 'validate',
      async run() {
        const { tally } = await validate(await openFileSource(path));
        if (tally.rows !== features) throw new Error(`read ${tally.rows} rows of ${features}`);
        return undefined;
      },
    },
    {
      name: 'papaparse',
      run() {
        let rows = 0;
        Papa.parse(text, { step: () => void rows++ });
        if (rows < features) throw new Error(`papaparse read ${rows} rows of ${features}`);
        return undefined;
      },
    },
  ]);
  const { validate: own = Number.NaN, papaparse = Number.NaN, calibration = Number.NaN } = medians;
  printLine(
    `validate ${features} × ${samples} (${megabytes.toFixed(0)} MB)`,
    `${(megabytes / own).toFixed(0)} MB/s`,
    seconds(own),
  );
  printLine('  papaparse, bare step parse', `${(megabytes / papaparse).toFixed(0)} MB/s`, seconds(papaparse));
  printLine('  speed ratio to papaparse (aim 0.5)', ratio(papaparse / own), `calibration loop ${seconds(calibration)}`);
}
