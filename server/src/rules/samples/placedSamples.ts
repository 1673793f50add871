import type { Profile } from '../../profiles/profile.ts';
import { ownedText } from '../../table/ownedText.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { headerCellOf } from '../headerCell.ts';
import type { Place } from '../place.ts';
import type { RuleContext } from '../rule.ts';

/** A cell that names a sample, with what it holds. */
export interface NamingCell {
  readonly place: Place;
  readonly text: string;
}

/** A sample of the table and the cells that name it. */
export interface PlacedSample {
  /** Trimmed. */
  readonly name: string;
  /** What the table itself says of it. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The first is where findings about the sample sit. Of a long table only the first row is kept. */
  readonly cells: readonly NamingCell[];
}

/** Collects the table's samples while it is read. */
export interface PlacedSamples {
  row(data: DataRow): void;
  end(): readonly PlacedSample[];
}

/** Starts collecting in the way of the table's shape; null where it has no samples of its own to be described. */
export function startPlacedSamples(context: Pick<RuleContext, 'profile' | 'header' | 'placeOf'>): PlacedSamples | null {
  const { shape } = context.profile;
  if (shape === 'sample-sheet' || shape === 'annotation') return null;
  return shape === 'samples-in-rows' || shape === 'long' ? startRows(context) : headerSamples(context);
}

function headerSamples({
  profile,
  header,
  placeOf,
}: Pick<RuleContext, 'profile' | 'header' | 'placeOf'>): PlacedSamples {
  return {
    row: () => undefined,
    end() {
      const cells: NamingCell[][] = profile.samples.map(() => []);
      const primaryFirst = [...profile.columns].sort((one, other) => rankOf(profile, one) - rankOf(profile, other));
      for (const { index, sample, name } of primaryFirst) {
        if (sample === undefined || header === null) continue;
        cells[sample]?.push({ place: placeOf(header, headerCellOf(profile, header, index), null), text: name });
      }
      return profile.samples.map(({ name, metadata }, at) => ({ name: name.trim(), metadata, cells: cells[at] ?? [] }));
    },
  };
}

/** 0 for columns of the primary quantity. */
function rankOf({ quantities }: Profile, { quantity }: Profile['columns'][number]): number {
  return quantities[quantity ?? -1]?.primary ? 0 : 1;
}

function startRows({ profile, placeOf }: Pick<RuleContext, 'profile' | 'header' | 'placeOf'>): PlacedSamples {
  const naming = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? profile.rowKey[0] ?? -1;
  const described = profile.shape === 'long' ? [] : profile.columns.filter(({ role }) => role === 'metadata');
  const found = new Map<string, PlacedSample>();
  return {
    row({ row, index, summary }) {
      if (summary || naming < 0) return;
      const text = row.cell(naming) ?? '';
      const name = text.trim();
      if (name === '' || found.has(name)) return;
      const kept = ownedText(name);
      found.set(kept, {
        name: kept,
        metadata: Object.fromEntries(
          described.map((column) => [column.name, ownedText((row.cell(column.index) ?? '').trim())]),
        ),
        cells: [{ place: placeOf(row, naming, index), text: ownedText(text) }],
      });
    },
    end: () => [...found.values()],
  };
}
