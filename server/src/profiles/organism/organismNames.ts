import { knownOrganisms, organismOfTaxon } from '#shared/organisms.ts';
import { plainName } from '../headerName.ts';

/**
 * Names of columns and fields that give the organism: UniProt's and FragPipe's `Organism` and `Organism ID`, Spectronaut's
 * `PG.Organisms`, `taxid` and `species` of MetaboLights' MAF, `Characteristics[Organism]` of ISA-Tab and SDRF,
 * `SUBJECT_SPECIES` and `TAXONOMY_ID` of mwTab, `organism_ch1` and `taxid_ch1` of GEO.
 */
const nameFields =
  /^(?:(?:pg)?organisms?|organismname|species|speciesname|scientificname|characteristicsorganism|susubjectspecies|subjectspecies|(?:sample)?organismch\d)$/;
const taxonFields =
  /^(?:taxon|tax(?:on|onomy)?id|ncbitax(?:on|onomy)?(?:id)?|organism(?:tax(?:on|onomy)?)?id|pgorganismids?|sutaxonomyid|(?:sample)?taxidch\d)$/;

/** Smaller numbers in a column of taxa are codes of the file's own: 1 is the root, 2 all bacteria, 9 a symbiont. */
const leastTaxon = 10;

/** How the cells under a name are read for the organism that they give: its taxon, or null; null where the name gives none. */
export function organismReader(fieldName: string): ((cell: string) => number | null) | null {
  const plain = plainName(fieldName);
  if (nameFields.test(plain)) return taxonOfName;
  if (taxonFields.test(plain)) return (cell) => taxonOfNumber(cell) ?? taxonOfName(cell);
  return null;
}

/**
 * The taxon of a known organism by its scientific name (`Mus musculus`, `mus_musculus`, `M. musculus`), its common name, or
 * its code in entry names; what stands in brackets behind it (a common name, a strain) counts for nothing.
 */
export function taxonOfName(text: string): number | null {
  const prefixed = /NCBI_?Taxon(?:omy)?[:_](\d+)/i.exec(text);
  if (prefixed) return Number(prefixed[1]);
  const bare = text.replace(/\s*[([].*$/, '');
  return byName.get(normalName(bare)) ?? null;
}

/** The taxon that a cell writes as a number, with or without the prefix of the taxonomy (`9606`, `NCBITaxon:9606`). */
function taxonOfNumber(text: string): number | null {
  const digits = /^(?:tax(?:on)?id:)?(\d{1,8})(?:\.0)?$/i.exec(text)?.[1];
  return digits !== undefined && Number(digits) >= leastTaxon ? Number(digits) : null;
}

const byName = indexNames();

function indexNames(): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const abbreviated = new Map<string, readonly number[]>();
  for (const { taxon, name, common, entryCode } of knownOrganisms) {
    for (const one of [name, ...common]) index.set(normalName(one), taxon);
    if (entryCode !== null) index.set(normalName(entryCode), index.get(normalName(entryCode)) ?? taxon);
    const [genus = '', epithet = '', ...rest] = name.split(' ');
    if (rest.length > 0 || epithet === '') continue;
    const short = normalName(`${genus.charAt(0)} ${epithet}`);
    abbreviated.set(short, [...(abbreviated.get(short) ?? []), taxon]);
  }
  for (const [short, [taxon, ...others]] of abbreviated) {
    if (taxon !== undefined && others.length === 0) index.set(short, taxon);
  }
  return index;
}

function normalName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s._]+/g, ' ')
    .trim();
}

/** A name for a taxon: the known one, the one that the table gives, or its number. */
export function nameOfTaxon(taxon: number, given: string | null = null): string {
  return organismOfTaxon(taxon)?.name ?? given ?? `NCBI taxon ${taxon}`;
}
