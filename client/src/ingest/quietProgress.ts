import { type CancellationToken, CancellationTokenSource, type Progress, ProgressLocation, window } from 'vscode';

/** How far something is, in words. */
export type Report = (message: string) => void;

/** Work shorter than this shows in the status bar alone: a message that appears and goes would only distract. */
const noticedAfterMs = 1000;

/**
 * Runs a task and shows how far it is: in the status bar at once, and in a notification with Cancel where it takes longer
 * than a second.
 * @throws what the task throws
 */
export async function withQuietProgress<T>(
  title: string,
  task: (report: Report, token: CancellationToken) => Promise<T>,
): Promise<T> {
  const cancelling = new CancellationTokenSource();
  const shown = new Set<Progress<{ message?: string }>>();
  let last = '';
  const report: Report = (message) => {
    last = message;
    for (const progress of shown) progress.report({ message });
  };
  const running = task(report, cancelling.token);
  const ended = running.then(
    () => undefined,
    () => undefined,
  );
  const show = (location: ProgressLocation, cancellable: boolean): void => {
    window.withProgress({ location, title, cancellable }, async (progress, token) => {
      token.onCancellationRequested(() => cancelling.cancel());
      shown.add(progress);
      if (last !== '') progress.report({ message: last });
      await ended;
    });
  };
  show(ProgressLocation.Window, false);
  const timer = setTimeout(() => show(ProgressLocation.Notification, true), noticedAfterMs);
  try {
    return await running;
  } finally {
    clearTimeout(timer);
    cancelling.dispose();
  }
}
