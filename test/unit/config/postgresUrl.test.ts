import { describe, expect, it } from 'vitest';
import { parsePostgresUrl } from '../../../server/src/config/postgresUrl.ts';
import { readConfig } from '../../../server/src/config.ts';

const read = (text: string) =>
  parsePostgresUrl({ name: 'postgresUrl', text, place: 'POSTGRES_URL in the environment', isKept: false });

describe('an address of a Postgres', () => {
  it('is taken apart, percent-encoding undone', () => {
    expect(read('postgresql://l%40b:p%2Fw%23d@db.example.org:6432/my%20omics?sslmode=require')).toEqual({
      host: 'db.example.org',
      port: 6432,
      database: 'my omics',
      user: 'l@b',
      password: 'p/w#d',
      ssl: 'require',
    });
  });

  it('leaves out what it does not name', () => {
    expect(read('postgres://db.example.org')).toEqual({ host: 'db.example.org', ssl: 'disable' });
  });

  it('may name a driver, as SQLAlchemy writes it', () => {
    expect(read('postgresql+psycopg2://lab@host/omics')).toMatchObject({
      host: 'host',
      user: 'lab',
      database: 'omics',
    });
  });

  it('may name an IPv6 address', () => {
    expect(read('postgresql://lab@[::1]:5432/omics')).toMatchObject({ host: '::1', port: 5432 });
  });

  it.each([
    ['disable', 'disable'],
    ['prefer', 'disable'],
    ['require', 'require'],
    ['verify-ca', 'verify-ca'],
    ['verify-full', 'verify-full'],
  ])('asks for encryption as sslmode=%s does', (mode, ssl) => {
    expect(read(`postgresql://host/omics?sslmode=${mode}`).ssl).toBe(ssl);
  });

  it.each([
    'postgresql://lab:hunter2#x@host/omics',
    'postgresql://lab:hunter2/x@host/omics',
    'postgresql://lab:hunter2%zz@host/omics',
    'mysql://lab:hunter2@host/omics',
    'lab:hunter2@host/omics',
    'postgresql:lab:hunter2@host',
    'postgresql://lab:hunter2@host:0/omics',
    'postgresql://lab:hunter2@host:99999/omics',
    'postgresql://lab:hunter2@host/omics/more',
    'postgresql://lab:hunter2@host/omics?sslmode=perhaps',
  ])('is refused without its password where it is malformed: %s', (text) => {
    expect(() => read(text)).toThrow(/^POSTGRES_URL in the environment is not an address/);
    expect(() => read(text)).not.toThrow(/hunter2/);
  });

  it('wins over the names it stands beside, and leaves the others to them', () => {
    const { database } = readConfig({
      INIT_CWD: import.meta.dirname,
      POSTGRES_URL: 'postgresql://db.example.org/omics',
      POSTGRES_HOST: 'elsewhere',
      POSTGRES_PASSWORD: 'secret',
    });
    expect(database).toEqual({
      kind: 'server',
      host: 'db.example.org',
      port: 5432,
      database: 'omics',
      user: 'postgres',
      password: 'secret',
      ssl: 'disable',
    });
  });
});
