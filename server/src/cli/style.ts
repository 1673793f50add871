import { styleText } from 'node:util';
import type { Severity } from '#shared/diagnostics/entry.ts';

/** How words are set off; without colours they stay as they are. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

const colorOf = { error: 'red', warning: 'yellow', information: 'cyan' } as const satisfies Record<Severity, string>;

/** Words set off by colours, or not. */
export function makeStyle(colors: boolean): Style {
  const set = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    colors ? styleText(format, text, { validateStream: false }) : text;
  return {
    strong: set('bold'),
    faint: set('dim'),
    good: set('green'),
    bad: set('red'),
    removed: set('red'),
    added: set('green'),
    severity: (severity, text) => set(colorOf[severity])(text),
  };
}
