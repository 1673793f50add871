import { Command } from 'commander';
import { addDatabase } from './commands/database.ts';
import { addDelete } from './commands/deleteDataset.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExport } from './commands/exportDataset.ts';
import { addFix } from './commands/fix.ts';
import { addIngest } from './commands/ingest.ts';
import { addList } from './commands/list.ts';
import { addNormalize } from './commands/normalize.ts';
import { addReport } from './commands/report.ts';
import { addSchema } from './commands/schema.ts';
import { addShow } from './commands/show.ts';
import { addValidate } from './commands/validate.ts';
import type { Session } from './session.ts';
import { version } from './version.ts';

/** Makes the command line; its commands write to the session's terminal and set its exit code. Errors of usage are thrown. */
export function makeProgram(session: Session): Command {
  const program = new Command('amprenta')
    .description(
      'For people who work with omics tables: says what a table is and what is wrong in it, and stores it in Postgres.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .addHelpText(
      'after',
      '\nExits with 0 when all is well, 1 when something was found or failed, 2 when it could not be attempted.\n\n' +
        'Examples:\n  amprenta validate proteinGroups.txt\n  amprenta ingest proteinGroups.txt\n  amprenta list\n\n' +
        'The database is set by POSTGRES_HOST and its like, in the environment or in .env; without any, an embedded ' +
        'Postgres is used.',
    );
  for (const add of [
    addValidate,
    addReport,
    addFix,
    addIngest,
    addList,
    addShow,
    addExport,
    addDelete,
    addDatabase,
    addNormalize,
    addDoctor,
    addSchema,
  ]) {
    add(program, session);
  }
  return program;
}
