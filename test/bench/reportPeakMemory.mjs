/** Loaded into a process before its own code (`node --import`): at its end it says its peak resident memory on stderr. */
import { writeSync } from 'node:fs';

const standardError = 2;

process.on('exit', () => {
  writeSync(standardError, `\n${JSON.stringify({ peakKilobytes: process.resourceUsage().maxRSS })}\n`);
});
