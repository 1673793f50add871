import { defineConfig } from 'drizzle-kit';

/** How `drizzle-kit generate` makes the next migration out of the schema. */
// drizzle-kit takes nothing but a default export here.
export default defineConfig({
  dialect: 'postgresql',
  schema: './server/src/store/schema.ts',
  out: './server/src/store/migrations',
});
