/** When a person is asked before tables are ingested. */
export const askOccasions = {
  always: 'Before every ingest.',
  whenFindings: 'Only where something was found in a table.',
  whenBlocking: 'Only where a finding stands in the way.',
} as const;
export type AskOccasion = keyof typeof askOccasions;

/** A setting that only the editor has, because it is about asking and showing. */
export interface ClientSetting {
  readonly default: string;
  /** What may be chosen, each with what it means. */
  readonly choices: Readonly<Record<string, string>>;
  readonly doc: string;
}

/** Those settings, by their name behind `amprenta.`. */
export const clientSettings = {
  'ingest.ask': {
    default: 'always',
    choices: askOccasions,
    doc: 'When you are asked, with what was recognised and where it goes, before tables are ingested.',
  },
} as const satisfies Record<string, ClientSetting>;
