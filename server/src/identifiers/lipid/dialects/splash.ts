import { splitBareAdduct } from './adduct.ts';
import { type Dialect, deuteriumLabel } from './dialect.ts';

const heads: Readonly<Record<string, string>> = { Lyso_PC: 'LPC', Lyso_PE: 'LPE', TAG: 'TG', DAG: 'DG', MAG: 'MG' };

/** Names of deuterated standards with the head last: `15_0-18_1(d7)_PC+H`, `15:0-18:1(d7) PE`. */
export const readSplash: Dialect = (name) => {
  const { name: bare, adduct } = splitBareAdduct(name);
  const notes = adduct ? [`adduct ${adduct} split off`] : [];
  const found = /^((?:d?\d+[_:]\d+(?:\(d\d+\))?)(?:-\d+[_:]\d+(?:\(d\d+\))?)*)[_ ](\w+)$/.exec(bare);
  if (!found) return undefined;
  const [, chains = '', tail = ''] = found;
  const label = /\(d(\d+)\)/.exec(chains)?.[1];
  const parts = chains
    .replaceAll(/\(d\d+\)/g, '')
    .replaceAll('_', ':')
    .split('-');
  const ending = label ? deuteriumLabel(label) : '';
  if (tail === 'Chol_Ester') return { text: `SE 27:1/${parts.join('_')}${ending}`, notes, isLossy: false };
  const isBase = parts[0]?.startsWith('d') ?? false;
  const written = parts.map((part, index) => (isBase && index === 0 ? `${part.slice(1)};O2` : part));
  const head = heads[tail] ?? tail;
  const placed = label ? ['the chain that holds the label left out'] : [];
  const text = `${head} ${written.join(isBase ? '/' : '_')}${ending}`;
  return { text, notes: [...notes, ...placed], isLossy: label !== undefined };
};
