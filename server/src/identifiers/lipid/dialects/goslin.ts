import { splitOutside } from '../chainParser.ts';
import type { Dialect } from './dialect.ts';

const carriers = new Set(['Cer', 'LCB', 'SPB']);
const sphingolipids =
  /^(?:Cer|CerP|SM|LSM|LCB|LCBP|EPC|LEPC|IPC|LIPC|MIPC|M\(IP\)2C|S?Hex\d?Cer|LHexCer|[A-Z][A-Za-z]*Cer|G[AMDTQB]\d\w?)$/;

/** A chain with the number of its hydroxyls, `18:1;2`, as the standard notation writes it. */
function rewriteChain(text: string, head: string, isBase: boolean): string | undefined {
  const found = /^(O[- ])?(\d+):(\d+)(?:;(\d+))?([ap])?$/.exec(text);
  if (!found) return undefined;
  const [, ether, carbons, doubleBonds, oxygens, bond] = found;
  if ((bond !== undefined) !== (ether !== undefined)) return undefined;
  if (bond === 'p') {
    return doubleBonds === '0' || oxygens ? undefined : `P-${carbons}:${Number(doubleBonds) - 1}`;
  }
  const core = `${bond ? 'O-' : ''}${carbons}:${doubleBonds}`;
  const count = Number(oxygens ?? 0);
  if (count === 0) return core;
  if (doubleBonds !== '0') return `${core};O${count === 1 ? '' : count}`;
  const free = isBase && !carriers.has(head) ? count - 1 : count;
  return free === 0 ? `${core};O` : free === 1 ? `${core};OH` : `${core};(OH)${free}`;
}

/** The notation of Goslin and LipidXplorer: `TAG 16:0-18:1-18:2`, `Cer 18:1;2/16:0`, `PE O-16:1p/20:4`. */
export const readGoslin: Dialect = (name) => {
  if (name === 'Ch') return { text: 'ST 27:1;O', notes: [], isLossy: false };
  const found = /^(\S+) ((?:O[- ])?\d+:\d.*)$/.exec(name);
  if (!found) return undefined;
  const [, head = '', rest = ''] = found;
  const isEther = /^O[- ]/.test(rest);
  const body = isEther ? rest.slice(2) : rest;
  const separator = splitOutside(body, '/').length > 1 ? '/' : '-';
  const parts = body.split(separator);
  const isSphingolipid = sphingolipids.test(head);
  if (isSphingolipid && separator === '-' && parts.length > 1) return undefined;
  const chains = parts.map((part, index) => {
    const text = isEther && index === 0 ? `O-${part}` : part;
    return rewriteChain(text, head, isSphingolipid && index === 0);
  });
  if (chains.includes(undefined)) return undefined;
  if (head === 'ChE' || head === 'CE') {
    return chains.length === 1 ? { text: `SE 27:1/${chains[0]}`, notes: [], isLossy: false } : undefined;
  }
  // The ether of this notation is written first and held to be at sn-1.
  return { text: `${head} ${chains.join(separator === '/' || isEther ? '/' : '_')}`, notes: [], isLossy: false };
};
