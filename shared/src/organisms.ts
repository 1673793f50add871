/** An organism that tables are often about, and the marks by which they name it. */
export interface KnownOrganism {
  /** NCBI taxon id. */
  readonly taxon: number;
  /** Scientific name. */
  readonly name: string;
  /** What people call it, in lower case, the commonest first. */
  readonly common: readonly string[];
  /** What UniProt's entry names end in, behind the underscore; null where they name it by no code or by a strain's. */
  readonly entryCode: string | null;
  /** What Ensembl's stable ids begin with, before the letter of the kind; null where they do not name it. */
  readonly ensembl: string | null;
  /** Of a strain or subspecies: the taxon of the species, under which tables name it too. */
  readonly species: number | null;
}

/** Taxon, name, common names, entry code, Ensembl prefix; `-` for none. A species of `=N` belongs to the taxon N. */
const lines = `
9606|Homo sapiens|human|HUMAN|ENS
10090|Mus musculus|mouse,house mouse|MOUSE|ENSMUS
10116|Rattus norvegicus|rat,norway rat,brown rat|RAT|ENSRNO
9913|Bos taurus|cow,bovine,cattle|BOVIN|ENSBTA
9823|Sus scrofa|pig,porcine|PIG|ENSSSC
9940|Ovis aries|sheep|SHEEP|ENSOAR
9925|Capra hircus|goat|CAPHI|ENSCHI
9796|Equus caballus|horse|HORSE|ENSECA
9615|Canis lupus familiaris|dog|CANLF|ENSCAF
9685|Felis catus|cat|FELCA|ENSFCA
9986|Oryctolagus cuniculus|rabbit|RABIT|ENSOCU
10141|Cavia porcellus|guinea pig|CAVPO|ENSCPO
10036|Mesocricetus auratus|golden hamster,syrian hamster|MESAU|ENSMAU
10029|Cricetulus griseus|chinese hamster|CRIGR|ENSCGR
10181|Heterocephalus glaber|naked mole-rat|HETGA|ENSHGL
9544|Macaca mulatta|rhesus macaque,rhesus monkey|MACMU|ENSMMU
9541|Macaca fascicularis|crab-eating macaque,cynomolgus monkey|MACFA|ENSMFA
9598|Pan troglodytes|chimpanzee|PANTR|ENSPTR
9483|Callithrix jacchus|marmoset,common marmoset|CALJA|ENSCJA
9555|Papio anubis|olive baboon|PAPAN|ENSPAN
9601|Pongo abelii|sumatran orangutan|PONAB|ENSPPY
60711|Chlorocebus sabaeus|green monkey|CHLSB|ENSCSA
9669|Mustela putorius furo|ferret|MUSPF|ENSMPU
13616|Monodelphis domestica|opossum|MONDO|ENSMOD
9258|Ornithorhynchus anatinus|platypus|ORNAN|ENSOAN
9031|Gallus gallus|chicken|CHICK|ENSGAL
9103|Meleagris gallopavo|turkey|MELGA|ENSMGA
59729|Taeniopygia guttata|zebra finch|TAEGU|ENSTGU
8364|Xenopus tropicalis|western clawed frog|XENTR|ENSXET
8355|Xenopus laevis|african clawed frog|XENLA|-
7955|Danio rerio|zebrafish|DANRE|ENSDAR
8090|Oryzias latipes|medaka|ORYLA|ENSORL
31033|Takifugu rubripes|fugu|TAKRU|ENSTRU
8030|Salmo salar|atlantic salmon|SALSA|ENSSSA
8022|Oncorhynchus mykiss|rainbow trout|ONCMY|ENSOMY
7227|Drosophila melanogaster|fruit fly|DROME|-
7460|Apis mellifera|honeybee,honey bee|APIME|-
7091|Bombyx mori|silkworm,silk moth|BOMMO|-
6239|Caenorhabditis elegans|c. elegans|CAEEL|-
44689|Dictyostelium discoideum|slime mold|DICDI|-
4932|Saccharomyces cerevisiae|yeast,baker's yeast,budding yeast|-|-
559292|Saccharomyces cerevisiae S288C|-|YEAST|-|=4932
4896|Schizosaccharomyces pombe|fission yeast|-|-
284812|Schizosaccharomyces pombe 972h-|-|SCHPO|-|=4896
5476|Candida albicans|-|-|-
237561|Candida albicans SC5314|-|CANAL|-|=5476
562|Escherichia coli|e. coli|ECOLX|-
83333|Escherichia coli K-12|-|ECOLI|-|=562
1423|Bacillus subtilis|-|-|-
224308|Bacillus subtilis subsp. subtilis str. 168|-|BACSU|-|=1423
1280|Staphylococcus aureus|-|STAAU|-
287|Pseudomonas aeruginosa|-|-|-
208964|Pseudomonas aeruginosa PAO1|-|PSEAE|-|=287
1773|Mycobacterium tuberculosis|-|-|-
83332|Mycobacterium tuberculosis H37Rv|-|MYCTU|-|=1773
69|Lysobacter enzymogenes|-|LYSEN|-
5833|Plasmodium falciparum|-|-|-
36329|Plasmodium falciparum 3D7|-|PLAF7|-|=5833
5811|Toxoplasma gondii|-|TOXGO|-
3702|Arabidopsis thaliana|thale cress|ARATH|-
4530|Oryza sativa|rice|-|-
39947|Oryza sativa Japonica Group|japanese rice|ORYSJ|-|=4530
4577|Zea mays|maize,corn|MAIZE|-
4565|Triticum aestivum|wheat|WHEAT|-
4513|Hordeum vulgare|barley|HORVU|-
3847|Glycine max|soybean|SOYBN|-
4081|Solanum lycopersicum|tomato|SOLLC|-
4113|Solanum tuberosum|potato|SOLTU|-
4097|Nicotiana tabacum|tobacco|TOBAC|-
3055|Chlamydomonas reinhardtii|-|CHLRE|-
2697049|Severe acute respiratory syndrome coronavirus 2|sars-cov-2|SARS2|-
`;

/**
 * The organisms that a table is told to be about by their marks, and those that a person is offered.
 * Sources: UniProt's controlled vocabulary of species (speclist.txt, https://www.uniprot.org/docs/speclist) for taxa, names
 * and entry codes; Ensembl's stable id prefixes (https://www.ensembl.org/info/genome/stable_ids/prefixes.html).
 */
export const knownOrganisms: readonly KnownOrganism[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [taxon, name, common, entryCode, ensembl, species] = line
      .split('|')
      .map((part) => (part === '-' ? null : part));
    return {
      taxon: Number(taxon),
      name: name ?? '',
      common: common?.split(',') ?? [],
      entryCode: entryCode ?? null,
      ensembl: ensembl ?? null,
      species: species ? Number(species.slice(1)) : null,
    };
  });

const byTaxon = new Map(knownOrganisms.map((organism) => [organism.taxon, organism]));

/** The known organism of a taxon, or null. */
export const organismOfTaxon = (taxon: number): KnownOrganism | null => byTaxon.get(taxon) ?? null;

/** The taxon of the species that a taxon is of, as far as it is known; the taxon itself where it is none of a strain. */
export const speciesOf = (taxon: number): number => byTaxon.get(taxon)?.species ?? taxon;
