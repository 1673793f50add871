import { splitAdduct } from './dialects/adduct.ts';
import { readBiocrates } from './dialects/biocrates.ts';
import type { Dialect } from './dialects/dialect.ts';
import { readGoslin } from './dialects/goslin.ts';
import { readHydroxyAcid } from './dialects/hydroxyAcid.ts';
import { readHmdb, readLipidMaps, readSwissLipids } from './dialects/lipidMaps.ts';
import { readLipidSearch } from './dialects/lipidSearch.ts';
import { readMsDial } from './dialects/msDial.ts';
import { readSkyline } from './dialects/skyline.ts';
import { readSplash } from './dialects/splash.ts';
import { levelRank } from './lipidLevels.ts';
import { type LipidLevel, lipidLevels } from './lipidName.ts';
import { type LipidReading, readStandardLipid } from './standardLipid.ts';

/** Notations that are read, by the name of their layout. */
const dialects = {
  lipidmaps: readLipidMaps,
  swisslipids: readSwissLipids,
  hmdb: readHmdb,
  goslin: readGoslin,
  biocrates: readBiocrates,
  lipidsearch: readLipidSearch,
  msdial: readMsDial,
  skyline: readSkyline,
  splash: readSplash,
} as const satisfies Readonly<Record<string, Dialect>>;

/** A notation whose names can be read. */
export type LipidLayout = keyof typeof dialects;

/** The notations in the order in which help lists them. */
export const lipidLayouts = Object.keys(dialects) as readonly LipidLayout[];

/** Whether a text names a notation that is read. */
export function isLipidLayout(text: string): text is LipidLayout {
  return Object.hasOwn(dialects, text);
}

function withNotes(reading: LipidReading, notes: readonly string[], isLossy: boolean): LipidReading {
  const all = [...new Set([...notes, ...reading.notes])];
  return all.length === reading.notes.length && !isLossy
    ? reading
    : { ...reading, notes: all, isLossy: isLossy || reading.isLossy };
}

function readAs(name: string, layout: LipidLayout): LipidReading | undefined {
  const rewritten = dialects[layout](name) ?? readHydroxyAcid(name);
  const reading = rewritten && readStandardLipid(rewritten.text);
  return reading && withNotes(reading, rewritten.notes, rewritten.isLossy);
}

/** The reading cut down to a coarser level. */
function coarsen(reading: LipidReading, level: LipidLevel): LipidReading {
  const kept = lipidLevels.slice(0, levelRank(level) + 1);
  const normal = reading.levels.get(level) ?? '';
  return {
    ...reading,
    normal,
    level,
    levels: new Map(kept.map((at) => [at, reading.levels.get(at) ?? ''])),
    key: level === 'SPECIES' ? normal : reading.key,
    notes: [...reading.notes, 'notations differ: answered at the level on which all agree'],
    isLossy: true,
  };
}

function agree(readings: readonly LipidReading[]): LipidReading | undefined {
  const [first, ...others] = readings;
  if (!first) return undefined;
  if (others.every(({ normal }) => normal === first.normal)) return first;
  if (others.some(({ formula }) => formula !== first.formula)) return undefined;
  const common = lipidLevels
    .slice(levelRank('SPECIES'))
    .toReversed()
    .find((level) =>
      readings.every(({ levels }) => levels.get(level) === first.levels.get(level) && levels.has(level)),
    );
  return common && coarsen(first, common);
}

/**
 * Reads a lipid name: in the notation given, and else in the standard one; without a notation, at the finest level on
 * which every notation that can read it agrees. Undefined for what is not understood.
 */
export function readLipid(text: string, layout?: LipidLayout): LipidReading | undefined {
  const { name, adduct } = splitAdduct(text.trim());
  const notes = adduct ? [`adduct ${adduct} split off`] : [];
  const reading = readBare(name, layout);
  return reading && withNotes(reading, notes, false);
}

function readBare(name: string, layout: LipidLayout | undefined): LipidReading | undefined {
  if (layout) return readAs(name, layout) ?? readStandardLipid(name);
  const standard = readStandardLipid(name);
  if (standard) return standard;
  const layouts = lipidLayouts.filter((each) => isTelling(name, each));
  return agree(layouts.map((each) => readAs(name, each)).filter((reading) => reading !== undefined));
}

/** Whether a name of this shape can be taken for this notation unasked: `C16:0` and `12:30` are many things. */
function isTelling(name: string, layout: LipidLayout): boolean {
  if (/^(?:[OP]-)?\d+:\d/.test(name) && !/[A-Z]{2}$/.test(name)) return false;
  return layout !== 'biocrates' || /^(?:lyso)?P[A-Z] /.test(name);
}
