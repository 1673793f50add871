import type { Profile } from '../profiles/profile.ts';

/** `Mus musculus (NCBI taxon 10090): because of what`, or that nothing tells the organism. */
export function organismText({ organism }: Pick<Profile, 'organism'>): string {
  if (organism === null) return 'nothing tells it; say it by "taxon" in .amprenta.json';
  const { taxon, name, evidence } = organism;
  return taxon === null ? `not decided: ${evidence}` : `${name} (NCBI taxon ${taxon}): ${evidence}`;
}
