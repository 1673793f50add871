import type { Histogram } from '../../values/histogram.ts';
import { countText, numberOf, percentText } from '../words.ts';
import { escapeHtml } from './escapeHtml.ts';
import { missingMapSvg } from './missingMapSvg.ts';
import type { ReportFigures, SampleFigures } from './reportFigures.ts';

/** The figures of each sample and where values are missing; empty where nothing is measured. */
export function figuresSection(figures: ReportFigures, samplesAreRows: boolean): string {
  const { quantity, samples, samplesLeftOut } = figures;
  if (quantity === null || samples.length === 0) return '';
  const name = quantity.name === null ? 'the measured values' : `“${escapeHtml(quantity.name)}”`;
  const scale = quantity.scale === 'unknown' ? 'scale not told' : quantity.scale;
  const rest =
    samplesLeftOut > 0
      ? `<p class="faint">${numberOf(samplesLeftOut, 'more sample')}, not shown: the page shows the first ${countText(samples.length)}.</p>`
      : '';
  const zeros = quantity.zeroIsMissing ? ' Zeros count as missing, as this tool writes them for “not detected”.' : '';
  return (
    `${mapHtml(figures, samplesAreRows, name)}<h2>Samples</h2><p class="faint">Of ${name} (${scale}).${zeros}</p>` +
    '<div class="scroll"><table><thead><tr><th>sample</th><th class="number">values</th><th class="number">missing</th>' +
    '<th class="number">min</th><th class="number">median</th><th class="number">max</th><th>distribution</th></tr></thead>' +
    `<tbody>${samples.map(sampleHtml).join('')}</tbody></table></div>${rest}`
  );
}

function sampleHtml({ name, values, missing, spread }: SampleFigures): string {
  const numbers = spread === null ? [null, null, null] : [spread.min, spread.median, spread.max];
  const cells = numbers.map((number) => `<td class="number">${number === null ? '' : numberText(number)}</td>`);
  return (
    `<tr><td class="name">${escapeHtml(name)}</td><td class="number">${countText(values)}</td>` +
    `<td class="number">${countText(missing)} (${percentText(missing, values + missing)})</td>${cells.join('')}` +
    `<td>${spread?.histogram ? barsSvg(spread.histogram) : ''}</td></tr>`
  );
}

function barsSvg({ counts, isLogarithmic }: Histogram): string {
  const most = Math.max(...counts);
  const bars = counts.map((count, at) =>
    count === 0
      ? ''
      : `<rect x="${at + 0.08}" y="${round(1 - count / most)}" width=".84" height="${round(count / most)}"/>`,
  );
  const label = isLogarithmic ? 'distribution, logarithmic axis' : 'distribution';
  return `<svg class="bars" viewBox="0 0 ${counts.length} 1" preserveAspectRatio="none" role="img" aria-label="${label}"><title>${label}</title>${bars.join('')}</svg>`;
}

function mapHtml({ missing }: ReportFigures, samplesAreRows: boolean, name: string): string {
  if (missing === null || missing.rows === 0) return '';
  const { rows, columns, rowsPerBin, columnsPerBin, shares } = missing;
  if (shares.every((bins) => bins.every((share) => share === 0))) {
    return `<h2>Missing values</h2><p>None: no cell of ${name} is empty or says that nothing was measured.</p>`;
  }
  const [down, across] = samplesAreRows ? ['sample', 'feature'] : ['feature', 'sample'];
  const bins =
    rowsPerBin * columnsPerBin === 1
      ? 'Each cell of the table is one of the picture.'
      : `Each part stands for ${numberOf(rowsPerBin, down)} and ${numberOf(columnsPerBin, across)}; the darker, the more of them are missing.`;
  return (
    `<h2>Missing values</h2><p class="faint">${numberOf(rows, down)} from top to bottom, ${numberOf(columns, across)} ` +
    `from left to right, in the order of the table. Filled where a value of ${name} is missing. ${bins}</p>${missingMapSvg(missing)}`
  );
}

/** A number with six significant digits, as the hover over a header has it. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
