/** Cuts from both ends what `isOuter` takes for it. A regular expression would take the square of a long run of blanks inside. */
export function trimCharacters(text: string, isOuter: (code: number) => boolean): string {
  let start = 0;
  let end = text.length;
  while (start < end && isOuter(text.charCodeAt(start))) start++;
  while (end > start && isOuter(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
