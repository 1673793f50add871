import type { SheetMatch } from '../sheets/matchSheet.ts';
import { factsOfMetadata, joinFacts } from '../sheets/sampleFacts.ts';
import type { DraftSample } from './draft.ts';

/** The key of a sample's metadata under which the SHA-256 of the sheet that describes it is kept. */
export const sheetHashKey = 'sampleSheetSha256';

/**
 * The samples with what their sheet says of them: every column of the sheet by its own name; `group`, `batch`,
 * `injectionOrder` and `kind` by one name whatever the sheet calls them; the sheet's name and hash. What the table itself
 * says comes first: it was written with the values, and a sheet may be another version's. Where both have a key and
 * differ, the sheet's is kept as `KEY (sample sheet)`, so that nothing is lost.
 * @param valueTokens words of the table that a person says do not mean that nothing is known
 */
export function describeSamples(
  samples: readonly DraftSample[],
  match: SheetMatch,
  valueTokens?: readonly string[],
): readonly DraftSample[] {
  return samples.map((sample) => {
    const row = match.sampleOf.get(sample.name.trim());
    if (row === undefined) return sample;
    const own = sample.metadata;
    const facts = joinFacts(factsOfMetadata(sample.name, own, valueTokens), row);
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
    add('sampleSheet', match.sheet.name.replace(/^.*[\\/]/, ''));
    add(sheetHashKey, match.sheet.sha256);
    return { ...sample, metadata };
  });
}

/** True where a sheet describes stored samples and they are not stored by it. */
export function isDescribedAnew(stored: readonly DraftSample[], { sheet, sampleOf }: SheetMatch): boolean {
  const described = stored.filter(({ name }) => sampleOf.has(name.trim()));
  return described.some(({ metadata }) => metadata[sheetHashKey] !== sheet.sha256);
}
