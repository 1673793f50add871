import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { projectFileJsonSchema } from '../../../scripts/projectFileJsonSchema.ts';
import { projectFileSchemaPath } from '../../../scripts/writeDocs.ts';
import { problemOfValueToken } from '../../../shared/src/valueTokens.ts';

it("has a schema of .amprenta.json that is the code's (npm run docs), and knows the layouts", async () => {
  const text = await readFile(projectFileSchemaPath, 'utf8');
  expect(projectFileJsonSchema()).toBe(text);
  expect(text).toContain('"maxquant-protein-groups"');
});

it('lets the editor check what is said to be a value as the server does', async () => {
  const schema = JSON.parse(projectFileJsonSchema());
  const { items } = schema.properties.tables.additionalProperties.properties.valueTokens;
  const pattern = new RegExp(items.pattern);
  for (const token of ['0', '-0.00', 'NA', 'n/A', ' . ', 'Not available', 'lost', '00x', 'x', 'NAN1', '10', 'n.a'])
    expect([token, pattern.test(token)]).toEqual([token, problemOfValueToken(token) === null]);
  expect(['0', 'NA', '.', 'x'].map((token) => pattern.test(token))).toEqual([true, true, true, false]);
});
