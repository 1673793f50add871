import type { MarkReader } from './organismMarks.ts';
import { nameOfTaxon, organismReader } from './organismNames.ts';
import { hear, type Testimony } from './testimony.ts';

/** Reads the organisms of cells under a name that gives them, several in a cell too; null where the name gives none. */
export function fieldReader(name: string): MarkReader | null {
  const taxonOf = organismReader(name);
  if (taxonOf === null) return null;
  return (cell) =>
    (taxonOf(cell.trim()) === null ? cell.split(/[;|]/) : [cell]).flatMap((part) => {
      const taxon = taxonOf(part.trim());
      return taxon === null ? [] : [{ taxon, name: nameOfTaxon(taxon), by: '' }];
    });
}

/**
 * What is said of samples under names that give the organism.
 * @param fields what the samples' fields are called at the beginning of a sentence
 */
export function hearSamples(
  samples: readonly Readonly<Record<string, string>>[],
  fields: string,
): readonly Testimony[] {
  const names = new Set(samples.flatMap((metadata) => Object.keys(metadata)));
  return [...names].flatMap((name) => {
    const read = fieldReader(name);
    const cells = samples.map((metadata) => metadata[name] ?? '');
    return read ? (hear(cells, read, { subject: `${fields} ${name}`, unit: 'samples' }) ?? []) : [];
  });
}
