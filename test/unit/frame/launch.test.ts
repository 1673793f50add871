import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { type LaunchProject, makeLaunchProject } from './launchProject.ts';

const patienceMs = 60_000;

describe('in a checkout that is set up', () => {
  let project: LaunchProject;
  beforeAll(async () => {
    project = await makeLaunchProject();
    await project.letInstall();
    await project.launch(['scripts/probe.mjs']).ended;
  }, patienceMs);
  afterAll(() => project.remove());

  it('has installed and built once', async () => {
    expect(await project.log()).toEqual(['install', 'installed', 'build']);
  });

  it('installs and builds nothing a second time, and says nothing', async () => {
    const before = await project.log();
    const { code, stderr } = await project.launch(['scripts/probe.mjs']).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await project.log()).toEqual(before);
  });

  it('keeps stdout for the script, whose arguments it hands on untouched', async () => {
    const { stdout } = await project.launch(['scripts/probe.mjs', 'a b', '--json', '']).ended;
    expect(stdout).toBe('["a b","--json",""]\n');
  });

  it('ends with the exit code of the script', async () => {
    expect((await project.launch(['scripts/probe.mjs', 'exit', '3']).ended).code).toBe(3);
  });

  it('passes SIGINT and SIGTERM on once each, and waits for the script to end', async () => {
    const { child, ended } = project.launch(['scripts/probe.mjs', 'wait']);
    const heard: string[] = [];
    child.stdout?.on('data', (chunk) => heard.push(String(chunk)));
    await until('the script runs', () => heard.join('').includes('["wait"]'));
    child.kill('SIGINT');
    await until('the interrupt arrives', () => heard.join('').includes('interrupt 1'));
    child.kill('SIGTERM');
    expect((await ended).code).toBe(41);
  });

  it('builds again when a source has changed, and says so on stderr only', async () => {
    const before = await project.log();
    await project.write('server/src/added.ts', 'export const added = 1;\n');
    const { stdout, stderr } = await project.launch(['scripts/probe.mjs']).ended;
    expect(await project.log()).toEqual([...before, 'build']);
    expect(stdout).toBe('[]\n');
    expect(stderr).toContain('building (the sources have changed)');
  });

  it('does not build for a script that needs packages only', async () => {
    const before = await project.log();
    await project.write('server/src/more.ts', '');
    await project.launch(['--install-only', 'scripts/probe.mjs']).ended;
    expect(await project.log()).toEqual(before);
  });

  it('does not run the script on a build that failed, and tries again the next time', async () => {
    await project.write('broken', '');
    const failed = await project.launch(['scripts/probe.mjs']).ended;
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toContain('the build failed');
    await project.write('scripts/build.ts', '');
    expect((await project.launch(['scripts/probe.mjs']).ended).code).toBe(0);
  });
});

describe('in a checkout that is not set up', () => {
  let project: LaunchProject;
  afterEach(() => project.remove());

  it('installs and builds once for several that start at the same time', { timeout: patienceMs }, async () => {
    project = await makeLaunchProject();
    await project.letInstall();
    const launched = await Promise.all([1, 2, 3].map(() => project.launch(['scripts/probe.mjs']).ended));
    expect(launched.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await project.log()).toEqual(['install', 'installed', 'build']);
  });

  it('waits for the install of a launcher that was killed, then installs afresh', { timeout: patienceMs }, async () => {
    project = await makeLaunchProject();
    const first = project.launch(['scripts/probe.mjs']);
    await until('an install runs', async () => (await project.log()).includes('install'));
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = project.launch(['scripts/probe.mjs']);
    const said: string[] = [];
    second.child.stderr?.on('data', (chunk) => said.push(String(chunk)));
    await until('it waits', () => said.join('').includes('another run is setting this checkout up'));
    expect(await project.log()).toEqual(['install']);
    await project.letInstall();
    expect((await second.ended).code).toBe(0);
    expect(await project.log()).toEqual(['install', 'installed', 'install', 'installed', 'build']);
  });

  it('works with HOME and LANG unset', { timeout: patienceMs }, async () => {
    project = await makeLaunchProject();
    await project.letInstall();
    const { code } = await project.launch(['scripts/probe.mjs'], { HOME: undefined, LANG: undefined }).ended;
    expect(code).toBe(0);
  });

  it('says what to do when install scripts are off and the Node package is empty', {
    timeout: patienceMs,
  }, async () => {
    project = await makeLaunchProject();
    await project.letInstall();
    const { code, stderr } = await project.launch(['scripts/probe.mjs'], { npm_config_bin_links: 'false' }).ended;
    expect(code).toBe(2);
    expect(stderr).toContain('its install script did not run');
  });
});
