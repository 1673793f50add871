import { spawn } from 'node:child_process';

/** Runs a program to its end with its output on stderr. @throws Error with its name where it fails */
export function runProgram(
  program: string,
  programArguments: readonly string[],
  { cwd, env = process.env }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, { cwd, env, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${programArguments.join(' ')} ended with ${code}.`));
    });
  });
}
