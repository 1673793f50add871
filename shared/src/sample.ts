/**
 * What a sample is. `qc` and `pool` are measured again and again to watch the instrument; `blank` holds no sample;
 * `standard` a known amount; `reference` a known material; `study` is what the study is about.
 */
export const sampleKinds = ['study', 'qc', 'pool', 'blank', 'standard', 'reference'] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** What is known of a sample by the words that all tables and sheets share; null where nothing tells it. */
export interface SampleFacts {
  readonly group: string | null;
  /** Whose sample it is: a person, an animal, a donor of cells. */
  readonly subject: string | null;
  /** When it was taken, as the study counts. */
  readonly timepoint: string | null;
  readonly batch: string | null;
  /** Place in the sequence of injections, as the sheet counts. */
  readonly injectionOrder: number | null;
  /** Name of the sample that was measured more than once, this being one of the times. */
  readonly technicalReplicateOf: string | null;
  readonly kind: SampleKind | null;
}

/** A sample of which nothing is known. */
export const unknownSample: SampleFacts = {
  group: null,
  subject: null,
  timepoint: null,
  batch: null,
  injectionOrder: null,
  technicalReplicateOf: null,
  kind: null,
};

/** The names of {@link SampleFacts}, in the order in which they are told. */
export const sampleFactNames = Object.keys(unknownSample) as readonly (keyof SampleFacts)[];
