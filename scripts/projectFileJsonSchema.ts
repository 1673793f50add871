import { z } from 'zod';
import { layouts } from '../server/src/profiles/layouts/index.ts';
import { projectFileSchema } from '../shared/src/projectFileSchema.ts';

/** The JSON Schema of `.amprenta.json`, by which the editor completes and checks it; layouts are the names there are. */
export function projectFileJsonSchema(): string {
  const names = layouts.map(({ name }) => name).sort();
  const schema = z.toJSONSchema(projectFileSchema, {
    // The newest that the editor's own JSON support follows in all parts.
    target: 'draft-7',
    override({ jsonSchema, path }) {
      if (path.at(-1) === 'layout') jsonSchema.enum = names;
    },
  });
  return `${JSON.stringify({ ...schema, title: 'How Amprenta Omics reads tables' }, null, 2)}\n`;
}
