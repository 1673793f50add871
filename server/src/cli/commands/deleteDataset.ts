import type { Command } from 'commander';
import { numberOf } from '../../reports/words.ts';
import { withStore } from '../database.ts';
import { readDatasetId } from '../datasetId.ts';
import { usageError } from '../exit.ts';
import type { Session } from '../session.ts';

/** Adds `delete`, which removes a dataset with all its revisions. */
export function addDelete(program: Command, session: Session): void {
  program
    .command('delete')
    .summary('delete a dataset with all its revisions')
    .description('Deletes a dataset with all its revisions. The file that it came from stays where it is.')
    .argument('<id>', 'the id that `amprenta list` gives')
    .option('--yes', 'do it; without this nothing is deleted')
    .addHelpText('after', '\nExample:\n  amprenta delete 0190d5a2-7c1e-4b6f-9d2a-3e5f60718293 --yes')
    .action(async (id: string, options: { readonly yes?: true }) => {
      const datasetId = readDatasetId(id);
      if (!options.yes) {
        throw usageError(
          `Deleting can't be undone, so nothing was deleted. To do it: amprenta delete ${datasetId} --yes`,
        );
      }
      const { name, revision } = await withStore(session.terminal, async (store) => {
        const details = await store.show(datasetId);
        await store.delete(datasetId);
        return details;
      });
      await session.terminal.write(`Deleted ${name} (${datasetId}) with ${numberOf(revision, 'revision')}.\n`);
    });
}
