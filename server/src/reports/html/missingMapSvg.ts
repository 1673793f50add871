import type { MissingMap } from './missingMap.ts';

/** How many shades tell shares of missing cells apart; the first means none. */
const shades = 8;
/** Width and height of one part of the picture, in its own units. */
const unit = 1;

/** A share's shade: 0 where nothing is missing, so that a single gap is seen. */
function shadeOf(share: number): number {
  return share === 0 ? 0 : Math.max(1, Math.ceil(share * (shades - 1)));
}

/** The picture: one path a shade, of runs of parts of that shade. */
export function missingMapSvg({ shares }: MissingMap): string {
  const columns = shares[0]?.length ?? 0;
  const paths = Array.from({ length: shades }, () => '');
  for (const [line, bins] of shares.entries()) {
    let start = 0;
    for (let at = 1; at <= columns; at++) {
      const shade = shadeOf(bins[start] ?? 0);
      if (at < columns && shadeOf(bins[at] ?? 0) === shade) continue;
      paths[shade] += `M${start} ${line}h${(at - start) * unit}v${unit}h${-(at - start) * unit}z`;
      start = at;
    }
  }
  const drawn = paths.map((path, shade) =>
    path === '' || shade === 0 ? '' : `<path class="shade${shade}" d="${path}"/>`,
  );
  return `<svg class="map" viewBox="0 0 ${columns} ${shares.length}" preserveAspectRatio="none" role="img" aria-label="Where values are missing">${drawn.join('')}</svg>`;
}

/** The style of each shade: the editor's or the page's colour of text, more of it where more is missing. */
export function shadeStyles(): string {
  return Array.from(
    { length: shades },
    (_, shade) => `.shade${shade}{fill:var(--missing);fill-opacity:${(shade / (shades - 1)).toFixed(2)}}`,
  ).join('');
}
