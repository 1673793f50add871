import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

/**
 * Runs a program in this process's place: its streams are ours, signals are passed on to it, and we end as it ends.
 * @param {string} program @param {readonly string[]} programArguments
 * @returns {Promise<void>} settled when the program has ended, with process.exitCode set
 */
export function runChild(program, programArguments) {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, { stdio: 'inherit' });
    const passOn = (signal) => {
      if (signal === 'SIGTERM' || !terminalSignals()) child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn);
    child.on('error', (error) => {
      process.stderr.write(`amprenta: ${program} could not be started: ${error.message}\n`);
      process.exitCode = 2;
      resolve();
    });
    child.on('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(name, passOn);
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
      if (signal !== null) process.kill(process.pid, signal);
      resolve();
    });
  });
}

/**
 * True where this process group is its terminal's foreground: there Ctrl-C and a hang-up reach the child by themselves,
 * and passing them on would make two of one. Linux says it in fields 5 and 8 of /proc/self/stat (proc(5)); elsewhere a
 * stream on a terminal has to do as the sign.
 */
function terminalSignals() {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const [, , processGroup, , , terminalGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return processGroup === terminalGroup;
  } catch {
    return Boolean(process.stdin.isTTY || process.stderr.isTTY);
  }
}
