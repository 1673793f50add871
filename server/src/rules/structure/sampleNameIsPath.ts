import type { Fix, TextEdit } from '#shared/diagnostics.ts';
import { baseName, fileNaming } from '../../sheets/sampleName.ts';
import { writeCell } from '../../table/cells.ts';
import { shown } from '../columnKinds.ts';
import { headerCellOf } from '../headerCell.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** A cell that holds nothing but a sample's name, or that name among a tool's words. */
interface Naming {
  readonly name: string;
  readonly place: Place;
  readonly alone: boolean;
}

/** Columns in which tools write the files that were measured: file names belong there. */
const fileColumn = /file|path|\braw\b/i;

/**
 * Samples named by the path of their raw file or alignment, or by its name: one finding a table at the first such name,
 * whose fix writes base names, where these are unique. DIA-NN and featureCounts write paths by themselves; they are worth
 * knowing there too, as sheets and other programs name the samples otherwise.
 * Silent: file names without folders among a tool's own words (MZmine's `S1.mzML Peak area`, `S1.raw (F1)`); columns that
 * are called a file's. No fix: long tables, which name the sample on every row.
 * Sources: DIA-NN's documentation, "Output" (matrices name runs by their files); Subread user's guide, featureCounts.
 */
export const sampleNameIsPath: Rule = {
  codes: ['sample-name-is-path'],
  comparesRows: true,
  start(context) {
    const { shape } = context.profile;
    if (shape === 'sample-sheet' || shape === 'annotation') return null;
    return {
      end() {
        const namings = namingsOf(context);
        const named = namings.filter(({ name, alone }) => {
          const naming = fileNaming(name);
          return naming === 'path' || (naming === 'file' && alone);
        });
        const [first] = named;
        if (first === undefined) return;
        const samples = new Set(named.map(({ name }) => name)).size;
        const others = samples > 1 ? `, as ${samples} samples are` : '';
        context.atPlace(first.place, {
          code: 'sample-name-is-path',
          message: `The sample is named by its file ${shown(first.name)}${others}. Name it ${shown(baseName(first.name))}, as sample sheets do.`,
          fixes: shape === 'long' ? [] : renamed(context, namings, named),
        });
      },
    };
  },
};

function namingsOf(context: RuleContext): readonly Naming[] {
  const { profile, header, measured, placeOf } = context;
  if (profile.shape === 'long' || profile.shape === 'samples-in-rows') {
    const cell = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? profile.rowKey[0] ?? -1;
    if (fileColumn.test(profile.columns[cell]?.name ?? '')) return [];
    const places = new Map<number, Naming>();
    for (const { name, place } of measured.all()) if (place) places.set(place.start, { name, place, alone: true });
    return [...places.values()];
  }
  if (header === null) return [];
  return profile.columns.flatMap(({ index, name: title, sample }) => {
    const name = profile.samples[sample ?? -1]?.name;
    return name === undefined
      ? []
      : [
          {
            name,
            place: placeOf(header, headerCellOf(profile, header, index), null),
            alone: title.trim() === name.trim(),
          },
        ];
  });
}

/** All in one, so that no name is taken by another meanwhile; nothing where two would have one name, or a title says more. */
function renamed({ profile }: RuleContext, all: readonly Naming[], named: readonly Naming[]): readonly Fix[] {
  const names = [...new Set(all.map(({ name }) => name))];
  const changed = new Set(named.map(({ name }) => name));
  const bases = names.map((name) => (changed.has(name) ? baseName(name) : name));
  const repeats = profile.shape === 'samples-in-rows' && names.length < all.length;
  if (repeats || new Set(bases).size < names.length || bases.some((base) => fileNaming(base) === 'path')) return [];
  if (all.some(({ name, alone }) => changed.has(name) && !alone)) return [];
  const { delimiter } = profile.dialect;
  return [
    {
      title:
        changed.size === 1
          ? `Name the sample ${shown(baseName(named[0]?.name ?? ''))}`
          : `Name the ${changed.size} samples without folders and endings`,
      safe: true,
      get edits(): readonly TextEdit[] {
        return all
          .filter(({ name }) => changed.has(name))
          .map(({ name, place: { start, end } }) => ({ start, end, newText: writeCell(baseName(name), delimiter) }))
          .sort((one, other) => one.start - other.start);
      },
    },
  ];
}
