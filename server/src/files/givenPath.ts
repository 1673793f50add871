import { resolve } from 'node:path';

/** The names of the process environment and what they are set to. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder against which the paths that a person gives are resolved: npm runs scripts in the package's folder and says
 * in INIT_CWD where the person was (npm documentation, "npm run"); without npm it is the working directory.
 */
export function baseDirectory(environment: Environment = process.env): string {
  const given = environment.INIT_CWD;
  return given ? resolve(given) : process.cwd();
}

/** The absolute path of a path as a person gave it. */
export function resolveGiven(path: string, environment: Environment = process.env): string {
  return resolve(baseDirectory(environment), path);
}
