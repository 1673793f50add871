import { percentText } from '../reports/words.ts';
import type { Terminal } from './terminal.ts';

/** How far the work on one file has come, within a phase of it. */
export interface FileProgress {
  readonly phase: string;
  readonly bytesRead: number;
  readonly sizeBytes: number;
}

/** Shows how far the work on one file has come. */
export interface ProgressDisplay {
  show(progress: FileProgress): void;
  /** Takes the display away, so that other lines can follow. */
  end(): void;
}

const redrawMs = 100;
const lineMs = 2000;
const barWidth = 24;

/** A bar that is drawn over itself on a terminal; elsewhere a line where a phase begins and every two seconds. */
export function startProgress(terminal: Terminal, label: string): ProgressDisplay {
  return terminal.drawsProgress ? startBar(terminal, label) : startLines(terminal, label);
}

function startBar(terminal: Terminal, label: string): ProgressDisplay {
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  let drawn = false;
  return {
    show(progress) {
      const nowMs = performance.now();
      if (nowMs - drawnAtMs < redrawMs) return;
      drawnAtMs = nowMs;
      drawn = true;
      const filled = Math.round(shareOf(progress) * barWidth);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
      const text = `${bar} ${progressText(progress)}  ${label}`;
      terminal.draw(`\r\x1b[K${text.slice(0, Math.max(0, terminal.progressWidth - 1))}`);
    },
    end() {
      if (drawn) terminal.draw('\r\x1b[K');
    },
  };
}

function startLines(terminal: Terminal, label: string): ProgressDisplay {
  let phase: FileProgress['phase'] | null = null;
  let saidAtMs = 0;
  return {
    show(progress) {
      const nowMs = performance.now();
      if (progress.phase === phase && nowMs - saidAtMs < lineMs) return;
      phase = progress.phase;
      saidAtMs = nowMs;
      terminal.note(`${label}: ${progressText(progress)}`);
    },
    end: () => undefined,
  };
}

function progressText(progress: FileProgress): string {
  const percent = percentText(Math.floor(shareOf(progress) * 100), 100);
  return `${progress.phase}, ${percent}`;
}

/** From 0 to 1 within the phase. */
function shareOf(progress: FileProgress): number {
  return progress.sizeBytes === 0 ? 1 : Math.min(1, progress.bytesRead / progress.sizeBytes);
}
