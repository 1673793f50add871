import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type DiagnosticCode, diagnostics } from '../../../shared/src/diagnostics.ts';
import { diagnosticPageUri, documentationPath } from '../../../shared/src/protocol/diagnosticPages.ts';

const docs = join(import.meta.dirname, '../../../docs');

it.each(Object.keys(diagnostics) as DiagnosticCode[])(
  'the page that %s names is one of the documentation',
  async (code) => {
    const path = documentationPath(new URL(diagnosticPageUri(code)).pathname);
    await expect(access(join(docs, String(path)))).resolves.toBeUndefined();
  },
);

it.each([
  '/../package.json',
  '/diagnostics/../../README.md',
  '/diagnostics/.md',
  '//etc/x.md',
  '/x.txt',
  'x.md',
  '/a\\..\\x.md',
])('%s is no page of the documentation', (path) => {
  expect(documentationPath(path)).toBeNull();
});
