import type { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { numberOf } from '../../reports/words.ts';
import type { ServerTarget } from '../../store/target.ts';
import { CommandFailure, exitCodes, usageError } from '../exit.ts';
import type { Session } from '../session.ts';

/** Adds `db`, which starts, stops and tells of the embedded Postgres. */
export function addDatabase(program: Command, session: Session): void {
  const { terminal } = session;
  const database = program
    .command('db')
    .summary('start, stop and tell of the embedded Postgres')
    .description(
      'The embedded Postgres starts by itself when a command needs it, and stops a minute after the last one. These are ' +
        'for those who want to use it with other programs.',
    )
    .addHelpText('after', '\nExample:\n  amprenta db start && psql "$(amprenta db url)"');
  database
    .command('start')
    .description('Starts it, to stay until it is stopped or the machine ends.')
    .action(async () => {
      const control = await embeddedControl('start');
      await control.start({ log: terminal.note });
      await terminal.write(`${await statusText()}\n`);
    });
  database
    .command('stop')
    .description('Stops it, whoever uses it; what is not committed is undone.')
    .action(async () => {
      const control = await embeddedControl('stop');
      const { stopped, users } = await control.stop();
      const used = users > 0 ? ` It was in use by ${numberOf(users, 'process', 'processes')}.` : '';
      await terminal.write(stopped ? `Stopped.${used}\n` : 'It was not running.\n');
    });
  database
    .command('status')
    .description('Tells whether the database can be used, and where it is.')
    .action(async () => terminal.write(`${await statusText()}\n`));
  database
    .command('url')
    .description(
      "Prints the database's address, for other programs: of the embedded one with its password, of your own without.",
    )
    .action(async () => terminal.write(`${addressOf(await runningTarget())}\n`));
}

async function embeddedControl(action: string) {
  const { database } = readConfig();
  const { controlEmbedded, databaseTarget } = await import('../../compose.ts');
  const target = databaseTarget(database);
  if (target.kind === 'embedded') return controlEmbedded(target.dataDir);
  throw usageError(
    `The configuration names your own Postgres at ${target.host}:${target.port}; ${action} it there. The embedded one is ` +
      'used where no POSTGRES_ setting is set.',
  );
}

async function statusText(): Promise<string> {
  const config = readConfig();
  const { inspectDatabase, controlEmbedded, databaseTarget } = await import('../../compose.ts');
  const target = databaseTarget(config.database);
  if (target.kind === 'server') {
    const { version } = await inspectDatabase(config, { log: () => undefined });
    return `running: PostgreSQL ${version} at ${target.host}:${target.port}, database ${target.database}, user ${target.user}`;
  }
  const { state, folder, pid, port, users, kept } = await controlEmbedded(target.dataDir).status();
  switch (state) {
    case 'absent':
      return `absent: no embedded Postgres has been made in ${target.dataDir} yet; the first ingest does`;
    case 'stopped':
      return `stopped: ${folder}`;
    case 'unreachable':
      return `unreachable: process ${pid} on port ${port} accepts no connections yet, or any more; ${folder}`;
    case 'running': {
      const stays = kept ? 'stays until it is stopped' : 'stops by itself when idle';
      return `running: 127.0.0.1:${port}, process ${pid}, used by ${numberOf(users, 'process', 'processes')}, ${stays}; ${folder}`;
    }
    default:
      return state satisfies never;
  }
}

async function runningTarget(): Promise<ServerTarget> {
  const { database } = readConfig();
  const { controlEmbedded, databaseTarget } = await import('../../compose.ts');
  const target = databaseTarget(database);
  if (target.kind === 'server') return { ...target, password: null };
  const { target: running } = await controlEmbedded(target.dataDir).status();
  if (running) return running;
  throw new CommandFailure(
    exitCodes.notAttempted,
    'unavailable',
    'The embedded Postgres is not running, so it has no address. Start it with: amprenta db start',
  );
}

/** As libpq reads it (PostgreSQL documentation, section 34.1.1). */
function addressOf({ host, port, database, user, password, ssl }: ServerTarget): string {
  const login =
    password === null ? encodeURIComponent(user) : `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const place = host.includes(':') ? `[${host}]` : encodeURIComponent(host);
  return `postgresql://${login}@${place}:${port}/${encodeURIComponent(database)}${ssl === 'disable' ? '' : `?sslmode=${ssl}`}`;
}
