/** A lipid species with what follows from its name. */
export interface LipidSpecies {
  /** Shorthand at species level, as `PC 34:1`. */
  readonly name: string;
  readonly lipidClass: string;
  /** Hill order, neutral. */
  readonly formula: string;
  readonly adduct: '[M+H]+' | '[M+NH4]+';
  /** Of the ion, Da per charge. */
  readonly mz: number;
  /** On a reversed-phase column; later with longer chains, earlier with double bonds. */
  readonly retentionMinutes: number;
}

type Atoms = Readonly<Record<'C' | 'H' | 'N' | 'O' | 'P', number>>;

/** Monoisotopic masses, Da. Source: IUPAC/CIAAW atomic masses 2021. */
const massDa: Atoms = { C: 12, H: 1.00782503223, N: 14.00307400443, O: 15.99491461957, P: 30.97376199842 };
const adductMassDa = { '[M+H]+': 1.00727646688, '[M+NH4]+': 18.03382554816 } as const;

interface LipidClass {
  /** What the acyl chains hang on, before water is lost; for sphingolipids the atoms that the chains don't bring. */
  readonly backbone: Atoms;
  readonly chains: number;
  readonly adduct: '[M+H]+' | '[M+NH4]+';
  /** After carbons and double bonds: oxygens of the long-chain base. */
  readonly suffix: string;
  readonly retentionMinutes: number;
  readonly species: readonly string[];
}

/**
 * Names: Liebisch et al. 2020, doi 10.1194/jlr.S120001025. Backbones: glycerophosphocholine C8H20NO6P and so on. An acyl
 * chain n:d is a fatty acid CnH(2n-2d)O2 bound under loss of water.
 */
const classes: Readonly<Record<string, LipidClass>> = {
  LPC: {
    backbone: { C: 8, H: 20, N: 1, O: 6, P: 1 },
    chains: 1,
    adduct: '[M+H]+',
    suffix: '',
    retentionMinutes: 2.1,
    species: [
      '14:0',
      '15:0',
      '16:0',
      '16:1',
      '17:0',
      '18:0',
      '18:1',
      '18:2',
      '18:3',
      '20:3',
      '20:4',
      '20:5',
      '22:5',
      '22:6',
    ],
  },
  LPE: {
    backbone: { C: 5, H: 14, N: 1, O: 6, P: 1 },
    chains: 1,
    adduct: '[M+H]+',
    suffix: '',
    retentionMinutes: 2.2,
    species: ['16:0', '18:0', '18:1', '18:2', '20:4', '22:6'],
  },
  PC: {
    backbone: { C: 8, H: 20, N: 1, O: 6, P: 1 },
    chains: 2,
    adduct: '[M+H]+',
    suffix: '',
    retentionMinutes: 6.5,
    species: [
      '30:0',
      '32:0',
      '32:1',
      '32:2',
      '33:1',
      '34:0',
      '34:1',
      '34:2',
      '34:3',
      '35:2',
      '36:1',
      '36:2',
      '36:3',
      '36:4',
      '36:5',
      '38:2',
      '38:3',
      '38:4',
      '38:5',
      '38:6',
      '40:4',
      '40:5',
      '40:6',
      '40:7',
    ],
  },
  PE: {
    backbone: { C: 5, H: 14, N: 1, O: 6, P: 1 },
    chains: 2,
    adduct: '[M+H]+',
    suffix: '',
    retentionMinutes: 6.7,
    species: ['32:1', '34:1', '34:2', '36:1', '36:2', '36:3', '36:4', '38:4', '38:5', '38:6', '40:5', '40:6', '40:7'],
  },
  PI: {
    backbone: { C: 9, H: 19, N: 0, O: 11, P: 1 },
    chains: 2,
    adduct: '[M+NH4]+',
    suffix: '',
    retentionMinutes: 5.6,
    species: ['34:1', '34:2', '36:1', '36:2', '36:4', '38:3', '38:4', '38:5', '40:6'],
  },
  SM: {
    backbone: { C: 5, H: 13, N: 2, O: 6, P: 1 },
    chains: 0,
    adduct: '[M+H]+',
    suffix: ';O2',
    retentionMinutes: 5.7,
    species: [
      '32:1',
      '33:1',
      '34:0',
      '34:1',
      '34:2',
      '36:1',
      '36:2',
      '38:1',
      '40:1',
      '40:2',
      '41:1',
      '42:1',
      '42:2',
      '42:3',
    ],
  },
  Cer: {
    backbone: { C: 0, H: 1, N: 1, O: 3, P: 0 },
    chains: 0,
    adduct: '[M+H]+',
    suffix: ';O2',
    retentionMinutes: 7.4,
    species: ['34:1', '36:1', '38:1', '40:1', '41:1', '42:1', '42:2'],
  },
  HexCer: {
    backbone: { C: 6, H: 11, N: 1, O: 8, P: 0 },
    chains: 0,
    adduct: '[M+H]+',
    suffix: ';O2',
    retentionMinutes: 6.6,
    species: ['34:1', '40:1', '42:1', '42:2'],
  },
  DG: {
    backbone: { C: 3, H: 8, N: 0, O: 3, P: 0 },
    chains: 2,
    adduct: '[M+NH4]+',
    suffix: '',
    retentionMinutes: 7.9,
    species: ['32:0', '34:1', '34:2', '36:2', '36:3', '36:4', '38:5'],
  },
  TG: {
    backbone: { C: 3, H: 8, N: 0, O: 3, P: 0 },
    chains: 3,
    adduct: '[M+NH4]+',
    suffix: '',
    retentionMinutes: 10.2,
    species: [
      '46:0',
      '48:0',
      '48:1',
      '48:2',
      '50:0',
      '50:1',
      '50:2',
      '50:3',
      '50:4',
      '52:1',
      '52:2',
      '52:3',
      '52:4',
      '52:5',
      '54:2',
      '54:3',
      '54:4',
      '54:5',
      '54:6',
      '56:4',
      '56:5',
      '56:6',
      '56:7',
      '58:8',
    ],
  },
  CE: {
    backbone: { C: 27, H: 46, N: 0, O: 1, P: 0 },
    chains: 1,
    adduct: '[M+NH4]+',
    suffix: '',
    retentionMinutes: 11.6,
    species: ['16:0', '16:1', '18:1', '18:2', '18:3', '20:3', '20:4', '20:5', '22:6'],
  },
};

/** Every species that the sample table may hold, in order of class. */
export function listLipidSpecies(): readonly LipidSpecies[] {
  return Object.entries(classes).flatMap(
    ([lipidClass, { backbone, chains, adduct, suffix, retentionMinutes, species }]) =>
      species.map((composition) => {
        const [carbons, doubleBonds] = composition.split(':').map(Number);
        if (carbons === undefined || doubleBonds === undefined) throw new Error(`no composition: ${composition}`);
        const atoms: Atoms = {
          ...backbone,
          C: backbone.C + carbons,
          H: backbone.H + 2 * (carbons - doubleBonds) - 2 * chains,
          // Each chain brings two oxygens and takes one away with the water.
          O: backbone.O + chains,
        };
        return {
          name: `${lipidClass} ${composition}${suffix}`,
          lipidClass,
          formula: writeFormula(atoms),
          adduct,
          mz: sumMassDa(atoms) + adductMassDa[adduct],
          retentionMinutes: retentionMinutes + 0.08 * (carbons - 16 * Math.max(chains, 2)) - 0.18 * doubleBonds,
        };
      }),
  );
}

const sumMassDa = (atoms: Atoms): number =>
  Object.entries(atoms).reduce((sum, [element, count]) => sum + count * massDa[element as keyof Atoms], 0);

function writeFormula(atoms: Atoms): string {
  return Object.entries(atoms)
    .filter(([, count]) => count > 0)
    .map(([element, count]) => (count === 1 ? element : `${element}${count}`))
    .join('');
}
