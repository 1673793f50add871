import type { Dialect } from './dialect.ts';

/** Biocrates: `PC aa C34:1`, `PC ae C36:2`, `lysoPC a C18:0`, `SM (OH) C22:2`, `C16:1-OH`; the SM names give the acyl chain. */
export const readBiocrates: Dialect = (name) => {
  const glycerophospholipid = /^(PC|PE|PG|PI|PS) (aa|ae) C(\d+:\d+)$/.exec(name);
  if (glycerophospholipid) {
    const [, head, bonds, chains] = glycerophospholipid;
    return { text: `${head} ${bonds === 'ae' ? 'O-' : ''}${chains}`, notes: [], isLossy: false };
  }
  const lyso = /^lyso(PC|PE) (a|e) C(\d+:\d+)$/.exec(name);
  if (lyso) return { text: `L${lyso[1]} ${lyso[2] === 'e' ? 'O-' : ''}${lyso[3]}`, notes: [], isLossy: false };
  const sphingomyelin = /^SM (\(OH\) )?C(\d+):(\d+)$/.exec(name);
  if (sphingomyelin) {
    const [, hydroxyl, carbons, doubleBonds] = sphingomyelin;
    // The kit counts the acyl chain on a sphingosine; its hydroxyl is one more.
    const sum = `${Number(carbons) + 18}:${Number(doubleBonds) + 1}`;
    const note = 'sum with the base d18:1 that the kit assumes';
    return { text: `SM ${sum};O${hydroxyl ? 3 : 2}`, notes: [note], isLossy: false };
  }
  const carnitine = /^C(\d+)(?::(\d+))?(-OH)?$/.exec(name);
  if (!carnitine || carnitine[1] === '0') return undefined;
  const [, carbons, doubleBonds = '0', hydroxyl] = carnitine;
  return { text: `CAR ${carbons}:${doubleBonds}${hydroxyl ? ';OH' : ''}`, notes: [], isLossy: false };
};
