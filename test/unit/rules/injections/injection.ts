import type { DiagnosticCode } from '#shared/diagnostics.ts';
import type { SoundTable, SpoiltTable } from './soundTable.ts';

/**
 * Which sound tables a defect is put into: the examples of all layouts; the same with many more rows, where a rule needs
 * them to tell; or these with a sample sheet beside.
 */
export type Ground = 'example' | 'grown' | 'sheeted';

/** One kind of defect and how a sound table gets it; null where that table can't have it. */
export interface Injection {
  readonly code: DiagnosticCode;
  readonly what: string;
  readonly ground: Ground;
  /** In at least so many of the tables it must be possible. */
  readonly fewest: number;
  inject(table: SoundTable): SpoiltTable | null;
}
