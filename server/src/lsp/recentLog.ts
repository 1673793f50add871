import type { ConsoleFeature } from 'vscode-languageserver';

/** The last lines of what the server told its client's log, for {@link recordConsole}. */
export interface RecentLog {
  add(level: string, message: string): void;
  /** Oldest first, each with its time (ISO 8601) and level. */
  lines(): readonly string[];
}

const mostLines = 200;

/** Begins empty, and keeps the last 200 messages. */
export function startRecentLog(): RecentLog {
  const kept: string[] = [];
  return {
    add(level, message) {
      kept.push(`${new Date().toISOString()} [${level}] ${message}`);
      if (kept.length > mostLines) kept.shift();
    },
    lines: () => [...kept],
  };
}

/** A connection's console that keeps what it tells. */
export function recordConsole(recent: RecentLog): ConsoleFeature<unknown> {
  return (Base) =>
    class extends Base {
      override error(message: string): void {
        recent.add('error', message);
        super.error(message);
      }

      override warn(message: string): void {
        recent.add('warning', message);
        super.warn(message);
      }

      override info(message: string): void {
        recent.add('info', message);
        super.info(message);
      }
    };
}
