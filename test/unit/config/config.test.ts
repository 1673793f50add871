import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/src/config.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amprenta-config-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** The configuration with a .env of these lines and this environment. */
async function configOf(lines: readonly string[], environment: Record<string, string> = {}) {
  await writeFile(join(folder, '.env'), lines.join('\n'));
  return readConfig({ INIT_CWD: folder, ...environment });
}

const guide = [
  'POSTGRES_HOST=db.example.org',
  'POSTGRES_PORT=5433',
  'POSTGRES_DB=omics',
  'POSTGRES_USER=lab',
  "POSTGRES_PASSWORD='p#ss word'",
  'USE_POSTGRES_AS_SOT=true',
  'ENABLE_NOTION_SYNC=false',
  'ENABLE_DUAL_WRITE=false',
];

describe('where the database is', () => {
  it('is the embedded one where no POSTGRES_ name is set', () => {
    expect(readConfig({ INIT_CWD: folder }).database).toEqual({ kind: 'embedded', dataDir: null });
  });

  it('takes the names of the guide as they stand in .env', async () => {
    expect((await configOf(guide)).database).toEqual({
      kind: 'server',
      host: 'db.example.org',
      port: 5433,
      database: 'omics',
      user: 'lab',
      password: 'p#ss word',
      ssl: 'disable',
    });
  });

  it('takes the environment before .env, name by name', async () => {
    const { database } = await configOf(guide, { POSTGRES_DB: 'other' });
    expect(database).toMatchObject({ host: 'db.example.org', database: 'other' });
  });

  it('is a server of one’s own as soon as one name is set', async () => {
    const { database } = await configOf(['POSTGRES_PASSWORD=secret']);
    expect(database).toMatchObject({
      kind: 'server',
      host: 'localhost',
      port: 5432,
      user: 'postgres',
      password: 'secret',
    });
  });

  it('takes a name that is set to nothing as not set', async () => {
    expect((await configOf(['POSTGRES_HOST=', 'POSTGRES_PORT='])).database.kind).toBe('embedded');
  });

  it('reads the data folder from where the person is', () => {
    const { database } = readConfig({ INIT_CWD: folder, AMPRENTA_DATA_DIR: 'data' });
    expect(database).toEqual({ kind: 'embedded', dataDir: join(folder, 'data') });
  });

  it('leaves the process environment as it is', async () => {
    await configOf(['POSTGRES_HOST=nowhere.example']);
    expect(process.env.POSTGRES_HOST).not.toBe('nowhere.example');
  });
});

describe('booleans', () => {
  it.each([
    ['TRUE', true],
    ['1', true],
    ['Yes', true],
    ['false', false],
    ['0', false],
    ['NO', false],
    ['no  # not yet', false],
  ])('reads %s', async (text, value) => {
    expect((await configOf([`ENABLE_NOTION_SYNC=${text}`])).notionSync).toBe(value);
  });

  it('have the defaults of the guide', () => {
    expect(readConfig({ INIT_CWD: folder })).toMatchObject({
      postgresIsSourceOfTruth: true,
      notionSync: false,
      dualWrite: false,
      featureLinking: true,
    });
  });

  it('names the file and the line of one that is neither', async () => {
    await expect(configOf(['# settings', '', 'ENABLE_DUAL_WRITE=maybe'])).rejects.toMatchObject({
      kind: 'invalidInput',
      message: `ENABLE_DUAL_WRITE in ${join(folder, '.env')}, line 3 is "maybe". Write true or false (or 1, 0, yes, no).`,
    });
  });

  it('says that one of the environment is neither', async () => {
    await expect(configOf([], { USE_POSTGRES_AS_SOT: 'on' })).rejects.toThrow(
      'USE_POSTGRES_AS_SOT in the environment is "on"',
    );
  });

  it('counts the last of several lines that set one name', async () => {
    await expect(configOf(['ENABLE_DUAL_WRITE=true', 'ENABLE_DUAL_WRITE=2'])).rejects.toThrow('line 2');
  });
});

describe('ports', () => {
  it.each(['0', '65536', '5432x', '-1', '5.4'])('refuses %s', async (text) => {
    await expect(configOf([`POSTGRES_PORT=${text}`])).rejects.toThrow(/POSTGRES_PORT in .*\.env, line 1 is/);
  });
});

describe('keys of other services', () => {
  it('are known to be set and are not kept', async () => {
    const config = await configOf(['OPENAI_API_KEY=sk-very-secret']);
    expect(config.keys).toEqual({ notion: false, openai: true, pinecone: false });
    expect(JSON.stringify(config)).not.toContain('sk-very-secret');
  });
});

describe('what the editor keeps in its safe', () => {
  it('wins over the environment and .env', async () => {
    await configOf(guide);
    const environment = { INIT_CWD: folder, POSTGRES_PASSWORD: 'of the environment', OPENAI_API_KEY: '' };
    const { database, keys } = readConfig(environment, { postgresPassword: 'kept', openaiApiKey: 'sk-kept' });
    expect(database).toMatchObject({ host: 'db.example.org', password: 'kept' });
    expect(keys).toEqual({ notion: false, openai: true, pinecone: false });
  });

  it('wins as a password over the one in an address in .env, and not over a kept address', async () => {
    await configOf(['POSTGRES_URL=postgresql://lab:old@db.example.org/omics']);
    const environment = { INIT_CWD: folder };
    expect(readConfig(environment, { postgresPassword: 'kept' }).database).toMatchObject({
      host: 'db.example.org',
      user: 'lab',
      password: 'kept',
    });
    const kept = { postgresPassword: 'kept', postgresUrl: 'postgresql://lab:newer@db.example.org/omics' };
    expect(readConfig(environment, kept).database).toMatchObject({ password: 'newer' });
  });

  it('counts for nothing where it is no secret', () => {
    expect(readConfig({ INIT_CWD: folder }, { postgresHost: 'elsewhere.example' }).database.kind).toBe('embedded');
  });
});

describe('a file that is not text', () => {
  it('is told by its name', async () => {
    await writeFile(join(folder, '.env'), Buffer.from('POSTGRES_HOST=x', 'utf16le'));
    expect(() => readConfig({ INIT_CWD: folder })).toThrow(`${join(folder, '.env')} is not UTF-8 text`);
  });
});
