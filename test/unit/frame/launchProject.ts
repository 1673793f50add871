import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const root = resolve(import.meta.dirname, '../../..');

/** A project small enough to be installed in a moment, with the real launcher; its folder has a blank in its name. */
export interface LaunchProject {
  readonly folder: string;
  /** What installs and builds noted, in order: `install`, `installed`, `build`. An install waits for {@link letInstall}. */
  log(): Promise<readonly string[]>;
  letInstall(): Promise<void>;
  write(path: string, content: string): Promise<void>;
  launch(launchArguments: readonly string[], environment?: NodeJS.ProcessEnv): Launched;
  /** Ends what still runs and takes the folder away. */
  remove(): Promise<void>;
}

/** A launcher that runs, in a session without a terminal. */
export interface Launched {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Makes such a project; its one package is a `node` that is the Node of this process. */
export async function makeLaunchProject(): Promise<LaunchProject> {
  const parent = await mkdtemp(join(tmpdir(), 'amprenta-launch-'));
  const folder = join(parent, 'with a blank');
  const write = async (path: string, content: string) => {
    await mkdir(resolve(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  await write(
    'node-package/package.json',
    JSON.stringify({ name: 'node', version: '1.0.0', bin: { node: 'node.sh' } }),
  );
  await write('node-package/node.sh', `#!/bin/sh\nexec "${process.execPath}" "$@"\n`);
  await chmod(join(folder, 'node-package/node.sh'), 0o755);
  const waitForLeave = 'echo install >> log; while [ ! -e go ]; do sleep 0.02; done; echo installed >> log';
  const manifest = { name: 'probe', version: '1.0.0', dependencies: { node: 'file:node-package' } };
  await write('package.json', JSON.stringify({ ...manifest, scripts: { preinstall: waitForLeave } }));
  await write('package-lock.json', JSON.stringify(lockfileOf(manifest)));
  await write('server/src/main.ts', '');
  await write('scripts/build.ts', buildScript);
  await write('scripts/probe.mjs', probeScript);
  await cp(join(root, 'scripts/launch.mjs'), join(folder, 'scripts/launch.mjs'));
  await cp(join(root, 'scripts/launch'), join(folder, 'scripts/launch'), { recursive: true });

  const children: ChildProcess[] = [];
  const launch: LaunchProject['launch'] = (launchArguments, environment = {}) => {
    // Under npm that is the machine's Node, as it is for a person; the launcher has to do with it.
    const machineNode = process.env.npm_node_execpath ?? process.execPath;
    const child = spawn(machineNode, [join(folder, 'scripts/launch.mjs'), ...launchArguments], {
      cwd: folder,
      env: { ...process.env, ...environment },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    const code = new Promise<number | null>((done) => child.on('close', done));
    const ended = Promise.all([code, text(child.stdout), text(child.stderr)]);
    return { child, ended: ended.then(([exit, stdout, stderr]) => ({ code: exit, stdout, stderr })) };
  };
  return {
    folder,
    log: async () => (await readFile(join(folder, 'log'), 'utf8').catch(() => '')).split('\n').filter(Boolean),
    letInstall: () => write('go', ''),
    write,
    launch,
    remove: async () => {
      for (const { pid, exitCode, signalCode } of children) {
        if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
      }
      await rm(parent, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

const lockfileOf = (manifest: object) => ({
  name: 'probe',
  lockfileVersion: 3,
  requires: true,
  packages: {
    '': manifest,
    'node-package': { name: 'node', version: '1.0.0', bin: { node: 'node.sh' } },
    'node_modules/node': { resolved: 'node-package', link: true },
  },
});

const buildScript = `import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
if (existsSync('broken')) throw new Error('the build is broken');
mkdirSync('dist', { recursive: true });
appendFileSync('log', 'build\\n');
`;

/** Says what it was given; with \`wait\` it counts the interrupts that reach it until it is terminated. */
const probeScript = `let interrupts = 0;
console.log(JSON.stringify(process.argv.slice(2)));
if (process.argv[2] === 'wait') {
  process.on('SIGINT', () => console.log('interrupt ' + ++interrupts));
  process.on('SIGTERM', () => process.exit(40 + interrupts));
  setInterval(() => {}, 1000);
} else if (process.argv[2] === 'exit') process.exitCode = Number(process.argv[3]);
`;
