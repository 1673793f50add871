import { Argument, type Command } from 'commander';
import { type ContractName, contracts, jsonSchemaOf } from '#shared/contracts/index.ts';
import type { Session } from '../session.ts';

/** Adds `schema`, which prints the JSON Schema of a command's JSON output. */
export function addSchema(program: Command, session: Session): void {
  const names = Object.keys(contracts) as ContractName[];
  program
    .command('schema')
    .summary("print the JSON Schema of a command's JSON output")
    .description(
      "Prints the JSON Schema (draft 2020-12) that a command's JSON output keeps to; `error` is what any of them " +
        'prints where it fails as a whole.',
    )
    .addArgument(new Argument('<command>', 'whose output').choices(names))
    .addHelpText('after', '\nExample:\n  amprenta schema validate > validate.schema.json')
    .action((name: ContractName) => session.terminal.write(`${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`));
}
