import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWholeFile } from '../../../server/src/files/writeFile.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amprenta-write-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function* pieces(...texts: readonly (string | Error)[]): AsyncGenerator<string> {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield text;
  }
}

describe('a file that is written', () => {
  it('replaces the one there is and keeps its permissions', async () => {
    const path = join(folder, 'a.csv');
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    expect(await writeWholeFile(path, pieces('µ', 'new'))).toBe(5);
    expect(await readFile(path, 'utf8')).toBe('µnew');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('leaves the one there is as it was where it can’t be completed', async () => {
    const path = join(folder, 'a.csv');
    await writeFile(path, 'old');
    await expect(writeWholeFile(path, pieces('new', new Error('cut off')))).rejects.toThrow('cut off');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a.csv']);
  });

  it('is the target of a symbolic link, which stays one', async () => {
    await writeFile(join(folder, 'target.csv'), 'old');
    await symlink('target.csv', join(folder, 'link.csv'));
    await writeWholeFile(join(folder, 'link.csv'), pieces('new'));
    expect(await readFile(join(folder, 'target.csv'), 'utf8')).toBe('new');
    expect((await readdir(folder)).sort()).toEqual(['link.csv', 'target.csv']);
  });

  it('may be a device', async () => {
    expect(await writeWholeFile('/dev/null', pieces('gone'))).toBe(4);
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });
});
