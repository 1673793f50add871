import type { SampleFacts } from '#shared/sample.ts';
import type { Profile } from '../profiles/profile.ts';
import type { SheetMatch } from '../sheets/matchSheet.ts';
import { factsOfOwn, joinFacts } from '../sheets/sampleFacts.ts';
import type { SheetSample } from '../sheets/sheet.ts';
import type { DraftSample, TableSample } from './draft.ts';

/** The key of a sample's metadata under which the SHA-256 of the sheet that describes it is kept. */
export const sheetHashKey = 'sampleSheetSha256';

/**
 * The samples with what they themselves and their sheet say of them, by the words that all share. What the table itself
 * says comes first: it was written with the values, and a sheet may be another version's.
 */
export function describeSamples(
  samples: readonly TableSample[],
  profile: Pick<Profile, 'customs' | 'overrides'>,
  match: SheetMatch | null,
): readonly DraftSample[] {
  return factsOfOwn(samples, profile).samples.map(({ facts: own, ...sample }) => {
    const row = match?.sampleOf.get(sample.name.trim()) ?? null;
    const facts = joinFacts(own, row);
    return {
      ...sample,
      ...facts,
      ...(match && row ? { metadata: joinMetadata(sample.metadata, facts, match, row) } : {}),
    };
  });
}

/**
 * What a sheet adds to a sample's metadata: every column of the sheet by its own name; `group`, `batch`, `injectionOrder`
 * and `kind` by one name whatever the sheet calls them; the sheet's name and hash. Where table and sheet have a key and
 * differ, the sheet's is kept as `KEY (sample sheet)`, so that nothing is lost.
 */
function joinMetadata(
  own: TableSample['metadata'],
  facts: SampleFacts,
  { sheet }: SheetMatch,
  row: SheetSample,
): TableSample['metadata'] {
  const metadata: Record<string, string> = { ...own };
  const add = (key: string, value: string): void => {
    const before = metadata[key];
    if (before === undefined || before === '') metadata[key] = value;
    else if (before !== value) metadata[`${key} (sample sheet)`] = value;
  };
  for (const key of ['group', 'batch', 'injectionOrder', 'kind'] as const) {
    if (facts[key] !== null && !metadata[key]) metadata[key] = String(facts[key]);
  }
  for (const [key, value] of Object.entries(row.metadata)) add(key, value);
  add('sampleSheet', sheet.name.replace(/^.*[\\/]/, ''));
  add(sheetHashKey, sheet.sha256);
  return metadata;
}

/** True where a sheet describes stored samples and they are not stored by it. */
export function isDescribedAnew(stored: readonly DraftSample[], { sheet, sampleOf }: SheetMatch): boolean {
  const described = stored.filter(({ name }) => sampleOf.has(name.trim()));
  return described.some(({ metadata }) => metadata[sheetHashKey] !== sheet.sha256);
}
