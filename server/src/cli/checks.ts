import type { Check } from '#shared/contracts/doctorReport.ts';
import { refuseNotionModes } from '../config/notionModes.ts';
import { type Config, readConfig } from '../config.ts';
import { numberOf } from '../reports/words.ts';
import { toFailure } from './failure.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** What other services would be used for, and the setting that names their key. */
const laterServices = [
  ['notion', 'Notion', 'NOTION_API_KEY'],
  ['openai', 'OpenAI', 'OPENAI_API_KEY'],
  ['pinecone', 'Pinecone', 'PINECONE_API_KEY'],
] as const;

/** Looks at everything that has to be in order, each thing after those that it depends on; never throws. */
export async function runChecks(terminal: Terminal): Promise<Check[]> {
  const checks: Check[] = [
    { check: 'program', state: 'ok', message: `amprenta ${version} on Node.js ${process.versions.node}`, remedy: null },
  ];
  const config = await attempt(checks, 'configuration', readConfig, configurationMessage);
  if (config) {
    await modeCheck(checks, config);
    await databaseChecks(checks, config, terminal);
  }
  for (const [key, name, variable] of laterServices) {
    const set = config?.keys[key] ? `${variable} is set, and not used yet` : `${variable} is not set`;
    checks.push({ check: key, state: 'off', message: `${name} is not built yet; ${set}`, remedy: null });
  }
  return checks;
}

function configurationMessage({ envFile }: Config): string {
  return envFile ? `from the environment and ${envFile}` : 'from the environment; there is no .env here';
}

async function modeCheck(checks: Check[], config: Config): Promise<void> {
  await attempt(
    checks,
    'mode',
    () => refuseNotionModes(config),
    () => 'tables go into Postgres',
  );
}

async function databaseChecks(checks: Check[], config: Config, terminal: Terminal): Promise<void> {
  const { inspectDatabase, controlEmbedded, databaseTarget, openDatabase } = await import('../compose.ts');
  const target = await attempt(
    checks,
    'data folder',
    () => databaseTarget(config.database),
    (found) => (found.kind === 'embedded' ? found.dataDir : 'not needed: your own Postgres is configured'),
  );
  if (!target) return;
  if (target.kind === 'embedded') {
    const status = await attempt(
      checks,
      'binaries',
      () => controlEmbedded(target.dataDir).status(),
      (found) => `embedded Postgres ${found.version}`,
    );
    if (!status) return;
  } else {
    checks.push({
      check: 'binaries',
      state: 'off',
      message: 'not needed: your own Postgres is configured',
      remedy: null,
    });
  }
  const options = { log: terminal.note };
  const server = await attempt(
    checks,
    'server',
    () => inspectDatabase(config, options),
    () =>
      target.kind === 'embedded'
        ? 'the embedded server runs'
        : `${target.host}:${target.port} answers, database ${target.database}, user ${target.user}`,
  );
  if (!server) return;
  checks.push({ check: 'version', state: 'ok', message: `PostgreSQL ${server.version}`, remedy: null });
  const { known, applied } = server.migrations;
  const missing = known - applied;
  await attempt(
    checks,
    'migrations',
    async () => (await openDatabase(config, options)).release(),
    () =>
      missing === 0
        ? 'the schema is up to date'
        : `the schema is up to date; ${numberOf(missing, 'migration')} ran just now`,
  );
}

/** Does one thing and notes how it came out; null where it failed. */
async function attempt<Result>(
  checks: Check[],
  check: string,
  run: () => Result | Promise<Result>,
  message: (result: Result) => string,
): Promise<Result | null> {
  try {
    const result = await run();
    checks.push({ check, state: 'ok', message: message(result), remedy: null });
    return result;
  } catch (thrown) {
    const failure = toFailure(thrown).message;
    checks.push({ check, state: 'failed', message: failure, remedy: remedyIn(failure) });
    return null;
  }
}

/** Messages of failures end with the one thing to do: behind an arrow where they are of several lines, else the last sentence. */
function remedyIn(message: string): string {
  const arrow = message.split('\n').find((line) => line.startsWith('-> '));
  if (arrow) return arrow.slice('-> '.length);
  return message.slice(message.lastIndexOf('. ', message.length - 2) + 1).trim();
}
