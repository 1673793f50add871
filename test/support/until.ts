import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until a condition holds, asking again and again; a test never sleeps for a fixed time.
 * @param what what is waited for, for the message of the failure
 * @param holds answers the thing that was waited for, or false, null or undefined while it is not there
 * @param deadlineMs milliseconds until the wait fails; 10,000 unless told
 * @throws Error when the deadline passes, with the last failure of `holds` as its cause
 */
export async function until<Found>(
  what: string,
  holds: () => Found | Promise<Found>,
  deadlineMs = 10_000,
): Promise<NonNullable<Found>> {
  const giveUpAt = Date.now() + deadlineMs;
  let cause: unknown;
  for (;;) {
    try {
      const found = await holds();
      if (found !== false && found !== null && found !== undefined) return found;
    } catch (thrown) {
      cause = thrown;
    }
    if (Date.now() > giveUpAt) throw new Error(`Waited ${deadlineMs} ms in vain until ${what}.`, { cause });
    await pause(20);
  }
}
