/** Applies a unified diff to a text as `patch` does, and refuses where a line is not what the diff says. */
export function applyUnifiedDiff(text: string, diff: string): string {
  const old = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const lines = diff.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const out: string[] = [];
  let taken = 0;
  for (let at = 0; at < lines.length; ) {
    const hunk = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@/.exec(lines[at] ?? '');
    at++;
    if (!hunk) continue;
    const [oldStart = 0, oldLines = 0, newStart = 0, newLines = 0] = hunk.slice(1).map(Number);
    const from = oldLines === 0 ? oldStart : oldStart - 1;
    out.push(...old.slice(taken, from));
    taken = from;
    if (out.length !== (newLines === 0 ? newStart : newStart - 1))
      throw new Error(`hunk begins at the wrong new line: ${hunk[0]}`);
    let oldLeft = oldLines;
    let newLeft = newLines;
    while (oldLeft > 0 || newLeft > 0) {
      const line = lines[at++] ?? '';
      const unended = lines[at]?.startsWith('\\') ?? false;
      if (unended) at++;
      const content = unended ? line.slice(1, -1) : line.slice(1);
      if (line[0] !== '+') {
        if (old[taken] !== content)
          throw new Error(`line ${taken + 1} is ${JSON.stringify(old[taken])}, not ${JSON.stringify(content)}`);
        taken++;
        oldLeft--;
      }
      if (line[0] !== '-') {
        out.push(content);
        newLeft--;
      }
    }
    if (oldLeft < 0 || newLeft < 0) throw new Error('a hunk has more lines than it says');
  }
  return [...out, ...old.slice(taken)].join('');
}
