import type { Dialect } from './dialect.ts';
import { readBracketed } from './dialect.ts';
import { rewriteChain } from './olderChain.ts';

/** MS-DIAL: `PC 34:1|PC 16:0_18:1`, `w/o MS2:TG 52:2`, `Cer 18:1;2O/16:0`, and `PE(P-34:1)` of older versions. */
export const readMsDial: Dialect = (name) => {
  const withoutSpectrum = name.startsWith('w/o MS2:');
  const bare = name.replace(/^w\/o MS2:\s*/, '');
  const candidates = bare.split('|');
  // The part behind the bar is the finer name of the same annotation.
  const finest = candidates.at(-1) ?? bare;
  const notes = [
    ...(withoutSpectrum ? ['w/o MS2 split off'] : []),
    ...(candidates.length > 1 ? [`${candidates.slice(0, -1).join('|')} split off`] : []),
  ];
  const bracketed = /^[A-Za-z0-9-]+\s?\(/.test(finest) ? readBracketed(finest) : undefined;
  if (bracketed) {
    const chains = bracketed.chains.map((chain) => rewriteChain(chain, bracketed.head, 'counted'));
    if (bracketed.suffix !== '' || chains.includes(undefined)) return undefined;
    return { text: `${bracketed.head} ${chains.join(bracketed.separator)}`, notes, isLossy: false };
  }
  const oxygens = finest.replaceAll(/;(\d*)O(?![A-Za-z(\d])/g, ';O$1');
  return { text: oxygens.replace(/^CE (?=\d)/, 'SE 27:1/'), notes, isLossy: false };
};
