import { expect, it } from 'vitest';
import { type ReportParts, shortenHome, writeReport } from '../../../client/src/report/reportText.ts';

const parts: ReportParts = {
  versions: [['VS Code', '1.101.0']],
  isTrusted: false,
  settings: [['amprenta.dataDir', '/home/ada/data']],
  secrets: [
    ['POSTGRES_PASSWORD', true],
    ['NOTION_API_KEY', false],
  ],
  tables: [],
  server: {
    node: 'v22.1.0',
    residentBytes: 100 << 20,
    uptimeSeconds: 90,
    database: { name: 'lab@db.example.org:5432/omics', open: false },
    settings: [{ place: 'POSTGRES_PORT in /home/ada/study/.env, line 2', value: '5432' }],
    problem: null,
    log: ['12:00 [error] file:///home/ada/study/a.csv: ```'],
  },
  home: '/home/ada',
};

it('says of secrets only whether they are set, and names no person', () => {
  const text = writeReport(parts);
  expect(text).toContain("- POSTGRES_PASSWORD in the editor's safe: set\n");
  expect(text).toContain("- NOTION_API_KEY in the editor's safe: not set\n");
  expect(text).toContain('- POSTGRES_PORT in ~/study/.env, line 2: 5432\n');
  expect(text).toContain('- database: lab@db.example.org:5432/omics, not open\n');
  expect(text).toContain('- not trusted');
  expect(text).not.toContain('ada');
});

it('keeps the log in one block, whatever stands in it', () => {
  expect(writeReport(parts)).toMatch(/\n````text\n12:00 \[error\] file:\/\/~\/study\/a\.csv: ```\n````\n$/);
});

it('says why a server does not answer', () => {
  expect(writeReport({ ...parts, server: 'The server does not answer: Error: spawn' })).toContain(
    '## Server\n\n- The server does not answer: Error: spawn\n',
  );
});

it.each([
  ['/home/ada/x', '/home/ada', '~/x'],
  ['at /home/ada.', '/home/ada/', 'at /home/ada.'],
  ['/home/adamant/x', '/home/ada', '/home/adamant/x'],
  ['file:///home/ada%20l/x', '/home/ada l', 'file://~/x'],
  ['C:\\Users\\Ada\\x and file:///c%3A/Users/Ada/x', 'C:\\Users\\Ada', '~\\x and file:///~/x'],
  ['/x', '/', '/x'],
])('shortens %s with the home %s to %s', (text, home, shortened) => {
  expect(shortenHome(text, home)).toBe(shortened);
});
