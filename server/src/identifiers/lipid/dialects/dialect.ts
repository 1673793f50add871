import { splitOutside } from '../chainParser.ts';

/** A name put into the standard notation, with what was split off or assumed on the way. */
export type Rewriting = {
  readonly text: string;
  readonly notes: readonly string[];
  /** Whether the standard text lacks something the name says. */
  readonly isLossy: boolean;
};

/** Reads one notation: puts a name into the standard one, or undefined for what it doesn't know. */
export type Dialect = (name: string) => Rewriting | undefined;

/** A head with its chains in brackets: `PC(16:0/18:1)`, `Ganglioside GM3 (d18:1/16:0)`. */
export type Bracketed = {
  readonly head: string;
  readonly chains: readonly string[];
  readonly separator: '/' | '_' | '-';
  /** What follows the bracket. */
  readonly suffix: string;
};

/** Takes the last outer bracket of a name for its chains; undefined where it holds none. */
export function readBracketed(name: string): Bracketed | undefined {
  let depth = 0;
  let end = -1;
  for (let index = name.length - 1; index >= 0; index -= 1) {
    const letter = name.charAt(index);
    if (letter === ')') {
      if (depth === 0) end = index;
      depth += 1;
    } else if (letter === '(') {
      depth -= 1;
      if (depth < 0) return undefined;
      const inside = name.slice(index + 1, end);
      if (depth === 0 && /\d[:DM]\d/.test(inside)) {
        const separator = splitOutside(inside, '/').length > 1 ? '/' : '_';
        const head = name.slice(0, index).trim();
        return { head, chains: splitOutside(inside, separator), separator, suffix: name.slice(end + 1).trim() };
      }
    }
  }
  return undefined;
}

/** The shorthand of a deuterium label such as `d7`. */
export function deuteriumLabel(count: string): string {
  return `[M[2]H${count === '1' ? '' : count}]`;
}
