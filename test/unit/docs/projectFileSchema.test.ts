import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { projectFileJsonSchema } from '../../../scripts/projectFileJsonSchema.ts';
import { projectFileSchemaPath } from '../../../scripts/writeDocs.ts';
import type { DiagnosticEntry } from '../../../shared/src/diagnostics/entry.ts';
import { diagnostics } from '../../../shared/src/diagnostics.ts';
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

it('lets the editor complete every code with its meaning, and every level with what it does, for a file and an entry', () => {
  const schema = JSON.parse(projectFileJsonSchema());
  const { rules, tables } = schema.properties;
  for (const { allOf } of [rules, tables.additionalProperties.properties.rules]) {
    expect(allOf).toEqual([{ $ref: '#/definitions/rules' }]);
  }
  const { properties, additionalProperties } = schema.definitions.rules;
  expect(additionalProperties).toBe(false);
  expect(Object.keys(properties)).toEqual(Object.keys(diagnostics));
  for (const [code, { meaning, blocks }] of Object.entries<DiagnosticEntry>(diagnostics)) {
    const level = properties[code];
    expect(level.enum).toEqual(['error', 'warning', 'information', 'off']);
    expect(level.enumDescriptions).toHaveLength(level.enum.length);
    expect(level.markdownDescription.startsWith(`${meaning}\n\n`)).toBe(true);
    expect(level.description.includes('it is shown even when it is off')).toBe(blocks);
  }
  expect(schema.properties.maximumShown).toMatchObject({ type: 'integer', minimum: 1 });
});
