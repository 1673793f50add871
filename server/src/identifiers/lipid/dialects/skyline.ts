import type { Dialect } from './dialect.ts';
import { readMsDial } from './msDial.ts';
import { readSplash } from './splash.ts';

const bases: Readonly<Record<string, string>> = { Sa1P: '18:0', So1P: '18:1' };

/** Target lists of Skyline: `PE(O-34:1)`, `PE 36:1 NEG`, `P-PE 34:1`, `So1P d 18:1`, `15:0-18:1(d7) PE`. */
export const readSkyline: Dialect = (name) => {
  const polarity = /\s(NEG|POS)$/.exec(name)?.[1];
  const bare = polarity ? name.slice(0, -4) : name;
  const notes = polarity ? [`${polarity} split off`] : [];
  const base = /^(Sa1P|So1P) (?:d )?(\d+:\d+)$/.exec(bare);
  if (base) {
    const [, head = '', chain = ''] = base;
    const matches = chain.endsWith((bases[head] ?? '').slice(-2));
    return matches
      ? { text: `SPBP ${chain};O2`, notes: ['O2 of the base that the name says'], isLossy: false }
      : undefined;
  }
  const plasmalogen = /^P-(P[A-Z]) (.*)$/.exec(bare);
  if (plasmalogen) {
    const [, head, chains = ''] = plasmalogen;
    const named = /P-/.test(chains) ? chains : `P-${chains}`;
    return /[/_]/.test(chains) && named !== chains ? undefined : { text: `${head} ${named}`, notes, isLossy: false };
  }
  const rewritten = readSplash(bare) ?? readMsDial(bare);
  return rewritten && { ...rewritten, notes: [...notes, ...rewritten.notes] };
};
