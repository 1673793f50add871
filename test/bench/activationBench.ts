import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { measureInTurn, median, printLine, rounds, seconds } from './measure.ts';

const script = join(import.meta.dirname, 'activateOnce.ts');
const run = promisify(execFile);

/** What {@link script} prints. */
interface Activation {
  readonly evaluateMs: number;
  readonly activateMs: number;
  /** How many things the extension gave the editor to dispose. */
  readonly registered: number;
}

/**
 * What the extension itself costs when the editor loads it, each time in a new process: reading, compiling and
 * evaluating its bundle, and its activation. The editor's part, behind `vscode`, is a stand-in that costs nothing.
 */
export async function benchActivation(): Promise<void> {
  const evaluated: number[] = [];
  const activated: number[] = [];
  const { calibration = Number.NaN } = await measureInTurn([
    {
      name: 'activation',
      async run() {
        const { evaluateMs, activateMs, registered } = await activateOnce();
        if (registered === 0) throw new Error('The extension registered nothing.');
        evaluated.push(evaluateMs);
        activated.push(activateMs);
        return (evaluateMs + activateMs) / 1000;
      },
    },
  ]);
  // The first round does not count.
  const counted = (values: readonly number[]): number => median(values.slice(-rounds));
  const total = counted(evaluated.map((evaluateMs, round) => evaluateMs + (activated[round] ?? Number.NaN)));
  printLine('activation of the extension, own code', milliseconds(total), 'aim 50 ms; vscode is a stand-in');
  printLine('  loading its bundle', milliseconds(counted(evaluated)));
  printLine('  activate()', milliseconds(counted(activated)), `calibration loop ${seconds(calibration)}`);
}

async function activateOnce(): Promise<Activation> {
  const { stdout } = await run(process.execPath, [script]);
  return JSON.parse(stdout);
}

const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
