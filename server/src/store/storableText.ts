/**
 * Text as Postgres can hold it. Its `text` has no U+0000 (manual, section 8.3), so that is shown as U+2400 (␀), and a
 * lone surrogate, which UTF-8 has no bytes for, as U+FFFD. Nothing is lost by it: the file's bytes are kept as they are.
 */
export function storableText(text: string): string {
  return (text.includes('\u0000') ? text.replaceAll('\u0000', '␀') : text).toWellFormed();
}

/** A value as JSON that Postgres can hold as jsonb: every text in it, keys included, is a {@link storableText}. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  // Only what JSON has to escape can be unstorable; a literal backslash before it is escaped itself, as two.
  return json.includes('\\u') ? JSON.stringify(mapTexts(value)) : json;
}

function mapTexts(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(mapTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storableText(key), mapTexts(inner)]));
}
