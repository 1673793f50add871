import { splitBareAdduct } from './adduct.ts';
import type { Dialect } from './dialect.ts';
import { readBracketed } from './dialect.ts';
import { rewriteChain as rewriteOlder } from './olderChain.ts';

/** Heads of LipidSearch that the shorthand names otherwise. */
const heads: Readonly<Record<string, string>> = {
  AcCa: 'CAR',
  AEA: 'NAE',
  ChE: 'CE',
  Hex1Cer: 'HexCer',
  SPH: 'SPB',
  SPHP: 'SPBP',
  MLCL: 'LCL',
};

function rewriteChain(text: string, head: string): string | undefined {
  const ether = /^(\d+:\d+)([ep])$/.exec(text);
  if (ether) return `${ether[2] === 'e' ? 'O' : 'P'}-${ether[1]}`;
  const oxidized = /^([mdt]?\d+:\d+)\+(\d?)O$/.exec(text);
  const chain = rewriteOlder(oxidized?.[1] ?? text, head, 'counted');
  if (chain === undefined || !oxidized) return chain;
  return chain.includes(';') ? undefined : `${chain};O${oxidized[2]}`;
}

/** LipidSearch: `PC(16:0e/18:1)+H`, `Cer(d18:1/24:0+O)-H`, `TG(16:0/18:1/18:2)+NH4`. */
export const readLipidSearch: Dialect = (name) => {
  const { name: bare, adduct } = splitBareAdduct(name);
  const found = readBracketed(bare);
  if (!found || !/^(?:\(d\d+\)|)$/.test(found.suffix)) return undefined;
  const head = heads[found.head] ?? found.head;
  const chains = found.chains.map((chain) => rewriteChain(chain, head));
  if (chains.includes(undefined)) return undefined;
  const label = found.suffix ? `[M[2]H${found.suffix.slice(2, -1)}]` : '';
  const body = chains.join(found.separator);
  const isClaim = found.separator === '/' && !/Cer|SM|SPB/.test(head) && chains.length > 1;
  const text = head === 'CE' ? `SE 27:1/${body}` : `${head} ${body}`;
  return {
    text: text + label,
    notes: [
      ...(adduct ? [`adduct ${adduct} split off`] : []),
      ...(isClaim ? ['order of the chains claimed, not measured'] : []),
    ],
    isLossy: false,
  };
};
