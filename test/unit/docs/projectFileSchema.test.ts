import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { projectFileJsonSchema } from '../../../scripts/projectFileJsonSchema.ts';
import { projectFileSchemaPath } from '../../../scripts/writeDocs.ts';

it("has a schema of .amprenta.json that is the code's (npm run docs), and knows the layouts", async () => {
  const text = await readFile(projectFileSchemaPath, 'utf8');
  expect(projectFileJsonSchema()).toBe(text);
  expect(text).toContain('"maxquant-protein-groups"');
});
