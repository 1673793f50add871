import type { Dialect, Rewriting } from './dialect.ts';
import { deuteriumLabel, readBracketed } from './dialect.ts';
import { type HydroxylStyle, rewriteChain } from './olderChain.ts';

/** Acyl names of 1-O-acylceramides in LIPID MAPS, with their carbons (IUPAC Lip-1, appendix A). */
const acylCarbons: Readonly<Record<string, number>> = {
  myristoyl: 14,
  palmitoyl: 16,
  stearoyl: 18,
  eicosanoyl: 20,
  behenoyl: 22,
  tricosanoyl: 23,
  lignoceroyl: 24,
  cerotoyl: 26,
  carboceroyl: 28,
};

/** Sphingoid bases and sterols by their names (IUPAC Lip-1.4), with carbons and double bonds of what the name stands for. */
const bases: Readonly<Record<string, string>> = {
  sphingosine: 'd18:1',
  sphinganine: 'd18:0',
  phytosphingosine: 't18:0',
};
const baseHeads: Readonly<Record<string, string>> = { '': 'SPB', phosphate: 'SPBP', phosphocholine: 'LSM' };

/** `C17 Sphingosine-1-phosphate` and the like. */
function readBase(name: string, style: HydroxylStyle): Rewriting | undefined {
  const found = /^(?:C(\d+) )?(sphingosine|sphinganine|phytosphingosine)(?:[- ]1-(phosphate|phosphocholine))?$/i.exec(
    name,
  );
  if (!found) return undefined;
  const [, carbons = '18', base = '', group = ''] = found;
  const head = baseHeads[group] ?? '';
  const chain = rewriteChain((bases[base.toLowerCase()] ?? '').replace('18', carbons), head, style);
  return chain === undefined ? undefined : { text: `${head} ${chain}`, notes: [], isLossy: false };
}

function readSterol(name: string): Rewriting | undefined {
  if (/^cholesterol$/i.test(name)) return { text: 'ST 27:1;O', notes: [], isLossy: false };
  const ester = /^(\d+:\d+) Cholesteryl ester$/i.exec(name);
  return ester ? { text: `SE 27:1/${ester[1]}`, notes: [], isLossy: false } : undefined;
}

function rewriteHead(head: string): string {
  return head
    .replace(/^(Ganglioside) /, '')
    .replace(/^\(3'-sulfo\)Gal(?:beta)?-Cer$/, 'SHexCer')
    .replace(/^SIP$/, 'SPBP')
    .replace(/^Glucosylceramide$/, 'HexCer')
    .replace(/^Gb([34])(?:Cer)?$/, 'GB$1')
    .replace(/^Tetrahexosylceramide$/, 'GB4')
    .replace(/^PIP([23]?)\[(.*)\]$/, (_, count: string, places: string) => {
      const marked = places.replaceAll("'", '').split(',');
      return `PIP${count}(${marked.map((place) => `${place}'`).join(',')})`;
    });
}

/** Joins chains to the head; the third chain of an N-acyl phosphatidylethanolamine is the one on its nitrogen. */
function joinChains(head: string, chains: readonly string[], separator: string): string {
  const [first = '', second = '', third] = chains;
  if (head === 'CE' || head === 'ChE') return `SE 27:1/${chains.join(separator)}`;
  if (head === 'NAPE (N)') return `${second === '0:0' ? 'LPE-N' : 'PE-N'}(FA ${third}) ${first}${separator}${second}`;
  return `${head} ${chains.join(separator)}`;
}

function noteSuffix(suffix: string): { readonly label: string; readonly notes: readonly string[] } | undefined {
  if (suffix === '') return { label: '', notes: [] };
  if (suffix === '[rac]') return { label: '', notes: ['[rac] split off'] };
  if (/^\[[RS]\]$/.test(suffix)) return { label: '', notes: [] };
  if (/^\[iso\d\]$/.test(suffix)) return { label: '', notes: [`${suffix} split off: the order of the chains is open`] };
  const label = /^\(d(\d+)\)$/.exec(suffix);
  return label ? { label: deuteriumLabel(label[1] ?? ''), notes: [] } : undefined;
}

/** The notations that put the chains in brackets behind the head, which differ in how they take a base's hydroxyls. */
function readOlder(name: string, style: HydroxylStyle, nitrogenLast: boolean): Rewriting | undefined {
  const named = readBase(name, style) ?? readSterol(name);
  if (named) return named;
  const cardiolipin = /^CL\(1'-\[(.*)\],3'-\[(.*)\]\)(.*)$/.exec(name);
  const flat = cardiolipin ? `CL(${cardiolipin[1]}/${cardiolipin[2]})${cardiolipin[3]}` : name;
  const bare = /^(?:[OP]-)?\d+:\d+(?:\([^()]*\))*$/.test(flat) ? `FA(${flat})` : flat;
  const moved = bare.replace(/^(FA\(.*)\)(\([^()]*\))$/, '$1$2)');
  const found = readBracketed(moved);
  const suffix = found && noteSuffix(found.suffix);
  if (!found || !suffix) return undefined;
  const acylated = /^1-O-([a-z]+)-Cer$/.exec(found.head);
  const carbons = acylCarbons[acylated?.[1] ?? ''];
  if (acylated && carbons === undefined) return undefined;
  const summed = /^d(\d+):(\d+)$/.exec(found.chains.join('/'));
  if (acylated && carbons && summed) {
    const text = `ACer(FA) ${Number(summed[1]) + carbons}:${summed[2]};O2`;
    return { text, notes: [`${acylated[1]} counted into the sum`], isLossy: true };
  }
  const plain = acylated ? 'ACer' : rewriteHead(found.head);
  const chains = found.chains.map((chain) => rewriteChain(chain, plain, style));
  const written = chains.filter((chain) => chain !== undefined);
  if (written.length !== chains.length || (acylated && chains.length < 2)) return undefined;
  const head = acylated ? `ACer(FA ${carbons}:0)` : plain === 'NAPE' && nitrogenLast ? 'NAPE (N)' : plain;
  if (head === 'NAPE (N)' && chains.length !== 3) return undefined;
  const isStereo = /\[[RS]\]/.test(name);
  const isEther = nitrogenLast && /^L?P/.test(head) && found.separator === '_' && /^[OP]-/.test(written[0] ?? '');
  return {
    text: joinChains(head, written, isEther ? '/' : found.separator) + suffix.label,
    notes: [
      ...suffix.notes,
      ...(isStereo ? ['R and S left out'] : []),
      ...(isEther ? ['the ether held to be at sn-1'] : []),
    ],
    isLossy: isStereo || suffix.notes.length > 0,
  };
}

/** Names as LIPID MAPS wrote them before 2020: `PC(16:0/18:1(9Z))`, `Cer(d18:0/16:0)`, `FA 18:0(2OH)`. */
export const readLipidMaps: Dialect = (name) => readOlder(name, 'placed', false);

/** Names as SwissLipids writes them: `PIP2[4,5](18:0/20:4)`, `NAPE (16:0/18:1/20:4)`, `17:0-15me`. */
export const readSwissLipids: Dialect = (name) => readOlder(name, 'counted', true);

/** Names as HMDB writes them: `TG(i-14:0/18:0/a-17:0)[rac]`, `Ganglioside GM3 (d18:1/16:0)`, `PE-NMe(9D3/9D5)`. */
export const readHmdb: Dialect = (name) => readOlder(name, 'counted', false);
