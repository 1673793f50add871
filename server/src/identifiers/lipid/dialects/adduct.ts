/** A name without its adduct, and the adduct as it was written. */
export type SplitAdduct = { readonly name: string; readonly adduct: string };

/** `[M+H]1+`, `[M-H]-`, `[M+NH4]+`; an isotope label `[M[2]H7]` is none. */
const bracketed = /\s?(\[\d?M(?:[+-][\w]+)+\]\d*[+-]?)$/;

/** Splits the adduct in square brackets off the end of a name. */
export function splitAdduct(text: string): SplitAdduct {
  const found = bracketed.exec(text);
  return found ? { name: text.slice(0, found.index), adduct: found[1] ?? '' } : { name: text, adduct: '' };
}

/** `+H`, `-H`, `+HCOO`, `-2H`, `+H-H2O` as LipidSearch and its users write them behind a closing bracket or word. */
export function splitBareAdduct(text: string): SplitAdduct {
  const found = /((?:[+-]\d?(?:NH4|Na|K|Li|HCOO|CH3COO|Cl|H2O|H|CH3|NO2))+)$/.exec(text);
  return found ? { name: text.slice(0, found.index), adduct: found[1] ?? '' } : { name: text, adduct: '' };
}
