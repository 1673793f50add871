import type { Profile } from '../profiles/profile.ts';
import { ownedText } from '../table/ownedText.ts';
import type { Row } from '../table/row.ts';
import type { TableSample } from './draft.ts';

/** The samples that the rows of a long table name, in order of appearance. */
export interface NamedSamples {
  /** Ordinal of the sample of a row, or of one channel of it. */
  of(row: Row, channel: string | null): number;
  told(): readonly TableSample[];
  /** The channel that a sample is, or null. */
  channelOf(ordinal: number): string | null;
}

/**
 * Starts collecting samples. What columns say of a sample (group, plate, file) is kept where all its rows say the same:
 * what differs from row to row is no property of the sample. A channel of isobaric labels is named as MaxQuant names it in
 * its tables of proteins, `1 A`.
 */
export function startNamedSamples(profile: Profile): NamedSamples {
  const cells = profile.columns.filter(({ role }) => role === 'sample-name').map(({ index }) => index);
  const described = profile.columns.filter(({ role }) => role === 'metadata');
  const samples = new Map<string, { readonly ordinal: number; readonly texts: (string | null)[] }>();
  const channels: (string | null)[] = [];
  return {
    of(row, channel) {
      const run = cells.map((cell) => row.cell(cell) ?? '').join('+');
      const name = channel === null ? run : `${channel} ${run}`;
      const known = samples.get(name);
      if (known === undefined) {
        const texts = described.map(({ index }) => ownedText(row.cell(index) ?? ''));
        samples.set(ownedText(name), { ordinal: samples.size, texts });
        return channels.push(channel) - 1;
      }
      described.forEach(({ index }, at) => {
        if (known.texts[at] !== null && known.texts[at] !== (row.cell(index) ?? '')) known.texts[at] = null;
      });
      return known.ordinal;
    },
    channelOf: (ordinal) => channels[ordinal] ?? null,
    told: () =>
      [...samples].map(([name, { ordinal, texts }]) => ({
        ordinal,
        name,
        metadata: Object.fromEntries(
          described.flatMap((column, at) => {
            const text = texts[at] ?? '';
            return text === '' ? [] : [[column.name, text]];
          }),
        ),
      })),
  };
}
