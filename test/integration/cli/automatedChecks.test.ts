import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { geneTable } from './workFolder.ts';

const root = resolve(import.meta.dirname, '../../..');
const bad = `${geneTable(20)}ENSG00000000021\t1\tx\t3\n`;
/** Installing is not part of it, starting npm is. */
const timeoutMs = 120_000;

/** The blocks of code of a language in the page about checks. */
async function blocksOf(language: string): Promise<string[]> {
  const page = await readFile(join(root, 'docs/automatedChecks.md'), 'utf8');
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code);
}

async function run(folder: string, command: string, ...args: readonly string[]) {
  const env = {
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
    HOME: folder,
    AMPRENTA: root,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  return promisify(execFile)(command, args, { cwd: folder, env }).then(
    ({ stdout, stderr }) => ({ exitCode: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ exitCode: Number(code), stdout: String(stdout), stderr: String(stderr) }),
  );
}

it(
  'refuses a commit whose staged table has an error, by the hook that the page gives',
  async () => {
    const folder = await temporaryFolder();
    const git = (...args: readonly string[]) => run(folder, 'git', ...args);
    await git('init', '-q');
    const [hook = ''] = await blocksOf('sh');
    await writeFile(join(folder, '.git/hooks/pre-commit'), hook);
    await chmod(join(folder, '.git/hooks/pre-commit'), 0o755);
    await mkdir(join(folder, 'run 1'));
    const table = join(folder, 'run 1/a table.tsv');
    await writeFile(table, bad);
    await git('add', '.');
    const refused = await git('commit', '-m', 'bad');
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain('run 1/a table.tsv:22:3');
    await writeFile(table, geneTable(20));
    await git('add', '.');
    await writeFile(table, bad);
    expect(await git('commit', '-m', 'what is staged is good')).toMatchObject({ exitCode: 0 });
    await writeFile(join(folder, 'notes.md'), 'No table at all.');
    await git('add', 'notes.md');
    expect(await git('commit', '-m', 'no table')).toMatchObject({ exitCode: 0 });
  },
  timeoutMs,
);

it(
  'tells findings to a workflow, by the step that the page gives',
  async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'data'));
    await symlink(root, join(folder, '.amprenta-omics'));
    await writeFile(join(folder, 'data/bad.tsv'), bad);
    const steps = (await blocksOf('yaml')).flatMap((block) => [...block.matchAll(/- run: (npm .*)/g)]);
    expect(steps).toHaveLength(2);
    const [github, sarif] = await Promise.all(steps.map(([, step = '']) => run(folder, 'sh', '-c', step)));
    expect(github).toMatchObject({ exitCode: 1 });
    expect(github?.stdout).toMatch(/^::error file=data\/bad\.tsv,line=22,/);
    expect(sarif).toMatchObject({ exitCode: 1 });
    expect(JSON.parse(await readFile(join(folder, 'tables.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
  },
  timeoutMs,
);
