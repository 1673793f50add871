import { shown } from './columnKinds.ts';

const mostShown = 20;

/** Names as a message shows them, quoted; of very many the first, and how many more there are. */
export function shownList(names: readonly string[]): string {
  const list = names.slice(0, mostShown).map(shown).join(', ');
  return names.length > mostShown ? `${list} and ${names.length - mostShown} more` : list;
}
