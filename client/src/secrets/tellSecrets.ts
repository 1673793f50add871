import type { Context } from '../context.ts';

/** Tells a server that runs of secrets that change, so that the next question uses them. */
export function tellSecrets(context: Context): void {
  context.own(
    context.secrets.onChange(({ environment }) => {
      context.log.info(`${environment} was changed in the editor's safe.`);
      context.server.tellSecrets().catch((thrown) => context.log.error(String(thrown)));
    }),
  );
}
