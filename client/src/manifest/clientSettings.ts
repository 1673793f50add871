/** A setting that only the editor has, because it is about asking and showing. */
export interface ClientSetting {
  readonly type: 'boolean';
  readonly default: boolean;
  readonly doc: string;
}

/** Those settings, by their name behind `amprenta.`. */
export const clientSettings = {
  'ingest.askForCleanTables': {
    type: 'boolean',
    default: true,
    doc: 'Ask before a table without findings is ingested. Tables with findings are always asked about.',
  },
} as const satisfies Record<string, ClientSetting>;
