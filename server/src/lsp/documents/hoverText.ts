import type { Column, Profile } from '../../profiles/profile.ts';
import { barsOf } from '../../values/histogram.ts';
import type { Spread } from '../../values/numberTally.ts';

/** `1,234`. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** `12.5 %`. */
export function shareText(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : (part / whole) * 100).toFixed(1)} %`;
}

/** A number with six significant digits. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Smallest, median and largest number, and how they lie between. */
export function spreadLines({ min, median, max, histogram }: Spread): string[] {
  const line = `Min ${numberText(min)} · median ${numberText(median)} · max ${numberText(max)}`;
  if (histogram === null) return [line];
  return [line, `\`${barsOf(histogram)}\`${histogram.isLogarithmic ? ' (logarithmic)' : ''}`];
}

/** A quantity's name with what is known of it. */
export function quantityText({ name, primary, unit, scale }: Profile['quantities'][number]): string {
  const facts = [primary ? 'primary' : '', unit ?? '', scale === 'unknown' ? '' : scale].filter((fact) => fact !== '');
  const told = escapeMarkdown(name ?? 'not named');
  return facts.length === 0 ? told : `${told} (${escapeMarkdown(facts.join(', '))})`;
}

/** The quantity of a column of measured values. */
export function quantityOf(profile: Profile, column: Column): Profile['quantities'][number] | undefined {
  return column.quantity === undefined ? undefined : profile.quantities[column.quantity];
}

/** A table's own text must not be taken for markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&');
}

/** Lines of a hover; empty ones are left out. */
export function hoverMarkdown(lines: readonly string[]): { readonly kind: 'markdown'; readonly value: string } {
  return { kind: 'markdown', value: lines.filter((line) => line !== '').join('\n\n') };
}
