import type { Column, Profile } from '../../profiles/profile.ts';
import { tellColumns } from '../../sheets/sheetColumns.ts';
import { cellSpan } from '../../table/cells.ts';
import { ownedText } from '../../table/ownedText.ts';
import type { Row } from '../../table/row.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { headerCellOf } from '../headerCell.ts';
import { type OffsetList, startOffsetList } from '../offsetList.ts';
import type { Place } from '../place.ts';
import type { RuleContext } from '../rule.ts';

/** One way in which cells name a sample, with all places where it stands. */
export interface Naming {
  /** What the cell holds, quotes removed. */
  readonly text: string;
  /** Of the cell as written, quotes and blanks included, in UTF-16 units. */
  readonly length: number;
  /** Offsets in the decoded text. */
  readonly starts: OffsetList;
}

/** A sample of the table and the cells that name it. */
export interface PlacedSample {
  /** Trimmed. */
  readonly name: string;
  /** What the table itself says of its group, batch, injection order and kind, by the table's own names. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Where findings about the sample sit: the first cell that names it; null where none does. */
  readonly place: Place | null;
  /** Where its row says what stands in `metadata`, by the same names. */
  readonly metadataPlaces: ReadonlyMap<string, Place>;
  readonly namings: readonly Naming[];
}

/** Collects the table's samples while it is read. */
export interface PlacedSamples {
  row(data: DataRow): void;
  end(): readonly PlacedSample[];
}

type Collecting = Pick<RuleContext, 'profile' | 'header' | 'placeOf'>;

/**
 * Starts collecting in the way of the table's shape; null where there is nothing to be said of its samples: it has none
 * of its own, or neither a sheet nor the table itself describes them.
 * @param bySheet a sheet may describe them, and their names may have to be changed for it
 */
export function startPlacedSamples(context: Collecting, bySheet: boolean): PlacedSamples | null {
  const { shape, samples } = context.profile;
  if (shape === 'sample-sheet' || shape === 'annotation') return null;
  if (shape === 'samples-in-rows' || shape === 'long') return startRows(context, bySheet);
  const isDescribed = samples.some(({ metadata }) => Object.keys(metadata).length > 0);
  return bySheet || isDescribed ? headerSamples(context) : null;
}

function headerSamples({ profile, header, placeOf }: Collecting): PlacedSamples {
  return {
    row: () => undefined,
    end() {
      const places: (Place | undefined)[] = [];
      const namings: Naming[][] = profile.samples.map(() => []);
      const primaryFirst = [...profile.columns].sort((one, other) => rankOf(profile, one) - rankOf(profile, other));
      for (const { index, sample, name } of primaryFirst) {
        if (sample === undefined || header === null) continue;
        const place = placeOf(header, headerCellOf(profile, header, index), null);
        places[sample] ??= place;
        const starts = startOffsetList();
        starts.push(place.start);
        namings[sample]?.push({ text: name, length: place.end - place.start, starts });
      }
      return profile.samples.map(({ name, metadata }, at) => ({
        name: name.trim(),
        metadata,
        place: places[at] ?? null,
        metadataPlaces: new Map(),
        namings: namings[at] ?? [],
      }));
    },
  };
}

/** 0 for columns of the primary quantity. */
function rankOf({ quantities }: Profile, { quantity }: Profile['columns'][number]): number {
  return quantities[quantity ?? -1]?.primary ? 0 : 1;
}

/** A sample while its rows are read. */
interface GatheredSample extends PlacedSample {
  readonly metadata: Record<string, string>;
  readonly metadataPlaces: Map<string, Place>;
  readonly namings: Naming[];
}

function startRows({ profile, placeOf }: Collecting, bySheet: boolean): PlacedSamples | null {
  const naming = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? profile.rowKey[0] ?? -1;
  const described = describingColumns(profile);
  if (naming < 0 || (!bySheet && described.length === 0)) return null;
  const found = new Map<string, GatheredSample>();

  const start = (name: string, row: Row, index: number): GatheredSample => {
    const kept = ownedText(name);
    const sample: GatheredSample = {
      name: kept,
      metadata: {},
      place: placeOf(row, naming, index),
      metadataPlaces: new Map(),
      namings: [],
    };
    for (const column of described) {
      sample.metadata[column.name] = ownedText((row.cell(column.index) ?? '').trim());
      sample.metadataPlaces.set(column.name, placeOf(row, column.index, index));
    }
    found.set(kept, sample);
    return sample;
  };
  /** Of what rows of one sample say differently, nothing is known. */
  const agree = ({ metadata }: GatheredSample, row: Row): void => {
    for (const { name, index } of described) {
      if (metadata[name] !== '' && metadata[name] !== (row.cell(index) ?? '').trim()) metadata[name] = '';
    }
  };
  const note = ({ namings }: GatheredSample, text: string, row: Row): void => {
    const { start: from, end } = cellSpan(row, profile.dialect.delimiter, naming);
    let written = namings.find((one) => one.text === text && one.length === end - from);
    if (written === undefined) {
      written = { text: ownedText(text), length: end - from, starts: startOffsetList() };
      namings.push(written);
    }
    written.starts.push(row.start + from);
  };

  return {
    row({ row, index, summary }) {
      if (summary) return;
      const text = row.cell(naming) ?? '';
      const name = text.trim();
      if (name === '') return;
      const known = found.get(name);
      const sample = known ?? start(name, row, index);
      if (known && profile.shape === 'long') agree(known, row);
      if (bySheet) note(sample, text, row);
    },
    end: () => [...found.values()],
  };
}

/** Columns that tell the group, batch, injection order or kind of the row's sample. */
function describingColumns({ columns, customs }: Profile): readonly Column[] {
  const metadata = columns.filter(({ role }) => role === 'metadata');
  const told = tellColumns(metadata.map(({ name }) => name));
  const telling = new Set([...told.group, told.batch, told.injectionOrder, told.kind]);
  return metadata.filter(({ name }, at) => telling.has(at) || customs.designFactors.includes(name));
}
