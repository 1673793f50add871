import { type Composition, readComposition } from './elements.ts';

/** Category of the LIPID MAPS classification; `SL` are the saccharolipids. */
export type LipidCategory = 'FA' | 'GL' | 'GP' | 'SP' | 'ST' | 'SL';

/** What the chains are bound to, and how many there are. */
export type HeadGroup = {
  readonly name: string;
  readonly category: LipidCategory;
  readonly chains: number;
  /** Positions a name may spell out, with `0:0` for the free ones. */
  readonly slots: number;
  /** The molecule that carries the chains, or for sphingolipids what is added to the ceramide or base. */
  readonly formula: Composition;
  /** A sphingolipid whose head sits on the first hydroxyl of its base. */
  readonly onBaseHydroxyl: boolean;
  readonly source: string;
};

type Row = readonly [
  name: string,
  category: LipidCategory,
  chains: number,
  slots: number,
  formula: string,
  source: string,
  aliases?: readonly string[],
];

/**
 * Classes and abbreviations as in Liebisch et al. 2020 (doi 10.1194/jlr.S120001025), tables 1 and 3 to 7, and the LIPID
 * MAPS classification. The formula is that of the molecule named in the sixth column, which carries the chains.
 */
const rows: readonly Row[] = [
  ['FA', 'FA', 1, 1, 'H2O', 'water', ['Fatty acid']],
  ['FAL', 'FA', 1, 1, 'H2', 'hydrogen'],
  ['FOH', 'FA', 1, 1, 'H2O', 'water, the chain an alkyl'],
  ['HC', 'FA', 1, 1, 'H2', 'hydrogen, the chain an alkyl'],
  ['CAR', 'FA', 1, 1, 'C7H15NO3', 'carnitine', ['AcCa', 'ACar', 'Carnitine']],
  ['CoA', 'FA', 1, 1, 'C21H36N7O16P3S', 'coenzyme A', ['AcylCoA']],
  ['NAE', 'FA', 1, 1, 'C2H7NO', 'ethanolamine', ['AEA']],
  ['NAT', 'FA', 1, 1, 'C2H7NO3S', 'taurine'],
  ['NAGly', 'FA', 1, 1, 'C2H5NO2', 'glycine', ['NAGLY']],
  ['WE', 'FA', 2, 2, 'H2O', 'water, the first chain an alkyl'],
  ['FAHFA', 'FA', 1, 1, 'H2O', 'water, the chain a hydroxy acid with an ester'],
  ['NA', 'FA', 2, 2, 'H3N', 'ammonia, the first chain an alkyl'],
  ['MG', 'GL', 1, 3, 'C3H8O3', 'glycerol', ['MAG']],
  ['DG', 'GL', 2, 3, 'C3H8O3', 'glycerol', ['DAG']],
  ['TG', 'GL', 3, 3, 'C3H8O3', 'glycerol', ['TAG']],
  ['MGDG', 'GL', 2, 2, 'C9H18O8', 'galactosylglycerol'],
  ['MHDG', 'GL', 2, 2, 'C9H18O8', 'hexosylglycerol'],
  ['MGMG', 'GL', 1, 2, 'C9H18O8', 'galactosylglycerol'],
  ['DGDG', 'GL', 2, 2, 'C15H28O13', 'digalactosylglycerol'],
  ['DHDG', 'GL', 2, 2, 'C15H28O13', 'dihexosylglycerol'],
  ['DGMG', 'GL', 1, 2, 'C15H28O13', 'digalactosylglycerol'],
  ['SQDG', 'GL', 2, 2, 'C9H18O10S', 'sulfoquinovosylglycerol'],
  ['SQMG', 'GL', 1, 2, 'C9H18O10S', 'sulfoquinovosylglycerol'],
  ['DGCC', 'GL', 2, 2, 'C10H21NO6', 'glyceryl carboxyhydroxymethylcholine'],
  ['DGTS', 'GL', 2, 2, 'C10H21NO5', 'glyceryl trimethylhomoserine'],
  ['LDGTS', 'GL', 1, 2, 'C10H21NO5', 'glyceryl trimethylhomoserine'],
  ['PA', 'GP', 2, 2, 'C3H9O6P', 'glycerol 3-phosphate'],
  ['PC', 'GP', 2, 2, 'C8H20NO6P', 'glycerophosphocholine'],
  ['PE', 'GP', 2, 2, 'C5H14NO6P', 'glycerophosphoethanolamine'],
  ['PE-N', 'GP', 2, 2, 'C5H14NO6P', 'glycerophosphoethanolamine'],
  ['PE-NMe', 'GP', 2, 2, 'C6H16NO6P', 'glycerophospho-N-methylethanolamine'],
  ['PE-NMe2', 'GP', 2, 2, 'C7H18NO6P', 'glycerophospho-N,N-dimethylethanolamine'],
  ['MMPE', 'GP', 2, 2, 'C6H16NO6P', 'glycerophospho-N-methylethanolamine'],
  ['DMPE', 'GP', 2, 2, 'C7H18NO6P', 'glycerophospho-N,N-dimethylethanolamine'],
  ['NAPE', 'GP', 3, 3, 'C5H14NO6P', 'glycerophosphoethanolamine'],
  ['PS', 'GP', 2, 2, 'C6H14NO8P', 'glycerophosphoserine'],
  ['PS-N', 'GP', 2, 2, 'C6H14NO8P', 'glycerophosphoserine'],
  ['PS-NAc', 'GP', 3, 3, 'C6H14NO8P', 'glycerophosphoserine'],
  ['PT', 'GP', 2, 2, 'C7H16NO8P', 'glycerophosphothreonine'],
  ['PG', 'GP', 2, 2, 'C6H15O8P', 'glycerophosphoglycerol'],
  ['BMP', 'GP', 2, 4, 'C6H15O8P', 'glycerophosphoglycerol', ['LBPA']],
  ['SLBPA', 'GP', 3, 4, 'C6H15O8P', 'glycerophosphoglycerol'],
  ['PGP', 'GP', 2, 2, 'C6H16O11P2', 'glycerophosphoglycerophosphate'],
  ['PI', 'GP', 2, 2, 'C9H19O11P', 'glycerophosphoinositol'],
  ['PIP', 'GP', 2, 2, 'C9H20O14P2', 'glycerophosphoinositol phosphate'],
  ['PIP2', 'GP', 2, 2, 'C9H21O17P3', 'glycerophosphoinositol bisphosphate'],
  ['PIP3', 'GP', 2, 2, 'C9H22O20P4', 'glycerophosphoinositol trisphosphate'],
  ['CDPDAG', 'GP', 2, 2, 'C12H21N3O13P2', 'cytidine diphosphate glycerol', ['CDP-DG', 'CDP-DAG']],
  ['PPA', 'GP', 2, 2, 'C3H10O9P2', 'glycerol pyrophosphate'],
  ['CPA', 'GP', 1, 1, 'C3H7O5P', 'cyclic glycerol phosphate'],
  ['Glc-GP', 'GP', 2, 2, 'C9H19O11P', 'glycerophosphoglucose'],
  ['6-Ac-Glc-GP', 'GP', 2, 2, 'C11H21O12P', 'glycerophosphoacetylglucose'],
  ['CL', 'GP', 4, 4, 'C9H22O13P2', 'bis(glycerophospho)glycerol'],
  ['LCL', 'GP', 3, 4, 'C9H22O13P2', 'bis(glycerophospho)glycerol', ['MLCL']],
  ['DLCL', 'GP', 2, 4, 'C9H22O13P2', 'bis(glycerophospho)glycerol'],
  ['SPB', 'SP', 1, 1, '', 'the base itself', ['LCB', 'Sph']],
  ['SPBP', 'SP', 1, 1, 'HPO3', 'phosphate', ['LCBP', 'S1P']],
  ['Cer', 'SP', 2, 2, '', 'the ceramide itself'],
  ['ACer', 'SP', 2, 2, '', 'the ceramide itself'],
  ['CerP', 'SP', 2, 2, 'HPO3', 'phosphate'],
  ['SM', 'SP', 2, 2, 'C5H12NO3P', 'phosphocholine'],
  ['LSM', 'SP', 1, 1, 'C5H12NO3P', 'phosphocholine', ['LysoSM']],
  ['EPC', 'SP', 2, 2, 'C2H6NO3P', 'phosphoethanolamine', ['PE-Cer']],
  ['LEPC', 'SP', 1, 1, 'C2H6NO3P', 'phosphoethanolamine'],
  ['IPC', 'SP', 2, 2, 'C6H11O8P', 'phosphoinositol', ['PI-Cer']],
  ['LIPC', 'SP', 1, 1, 'C6H11O8P', 'phosphoinositol'],
  ['MIPC', 'SP', 2, 2, 'C12H21O13P', 'mannosylphosphoinositol'],
  ['M(IP)2C', 'SP', 2, 2, 'C18H32O21P2', 'mannosyl-di(phosphoinositol)'],
  ['LHexCer', 'SP', 1, 1, 'C6H10O5', 'hexose', ['HexSPB']],
  ['FMC-5', 'SP', 2, 2, 'C16H20O10', 'pentaacetylated hexose'],
  ['SHexCer', 'SP', 2, 2, 'C6H10O8S', 'sulfated hexose', ['SulfoHexCer']],
  ['SHex2Cer', 'SP', 2, 2, 'C12H20O13S', 'sulfated dihexose', ['SulfoHex2Cer']],
  ['ST', 'ST', 1, 1, '', 'the sterol itself'],
  ['DAT', 'SL', 2, 2, 'C12H22O11', 'trehalose'],
  ['PAT16', 'SL', 4, 4, 'C12H22O11', 'trehalose'],
  ['PAT18', 'SL', 4, 4, 'C12H22O11', 'trehalose'],
  ['AC2SGL', 'SL', 2, 2, 'C12H22O14S', 'trehalose sulfate'],
];

const hexose = 'C6H10O5';
const lysoClasses = ['PA', 'PC', 'PE', 'PE-N', 'PE-NMe', 'PE-NMe2', 'PS', 'PG', 'PI', 'PIP', 'PIP2', 'PIP3'];

function makeHead([name, category, chains, slots, formula, source]: Row): HeadGroup {
  const onBaseHydroxyl = category === 'SP' && name !== 'SPB' && name !== 'Cer';
  return { name, category, chains, slots, formula: readComposition(formula), onBaseHydroxyl, source };
}

function makeRows(): readonly Row[] {
  const mannosides = [1, 2, 3, 4, 5, 6].map(
    (count): Row => [`PIM${count}`, 'GP', 2, 2, `C9H19O11P${hexose.repeat(count)}`, 'PI with mannoses'],
  );
  const all = [...rows, ...mannosides];
  const lysos = all
    .filter(([name]) => lysoClasses.includes(name) || name.startsWith('PIM'))
    .map(([name, category, , , formula, source]): Row => {
      return [`L${name}`, category, 1, 2, formula, source, [`Lyso${name}`]];
    });
  return [...all, ...lysos];
}

function makeIndex(): ReadonlyMap<string, HeadGroup> {
  const index = new Map<string, HeadGroup>();
  for (const row of makeRows()) {
    const head = makeHead(row);
    for (const name of [row[0], ...(row[6] ?? [])]) index.set(name, head);
  }
  return index;
}

/** Head groups by their name and by every alias. */
export const headGroups = makeIndex();

/** The class with fewer chains that a name with free positions means: `PC 16:0/0:0` is an LPC. */
export function lysoOf(head: HeadGroup, chains: number): HeadGroup | undefined {
  if (head.chains === chains) return head;
  if (head.name === 'CL') return headGroups.get(chains === 3 ? 'LCL' : chains === 2 ? 'DLCL' : '');
  if (head.name === 'LCL' && chains === 2) return headGroups.get('DLCL');
  if (head.category === 'GP' && chains === head.chains - 1) return headGroups.get(`L${head.name}`);
  return undefined;
}
