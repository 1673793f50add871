import { toAmprentaError } from '#shared/errors.ts';
import type { ServerReport } from '#shared/protocol/server.ts';
import { describeSettings, secretTexts } from '../config/describeSettings.ts';
import type { Secrets } from '../config/settingText.ts';
import type { Environment } from '../files/givenPath.ts';

/** What a report is made from. */
export interface ReportedState {
  readonly environment: Environment;
  readonly secrets: Secrets;
  /** @throws invalidInput where the configuration can't be read */
  readonly databaseName: () => string;
  readonly isDatabaseOpen: boolean;
  readonly log: readonly string[];
}

/** A secret of fewer characters would be found in words that have nothing to do with it. */
const shortestSecret = 4;

/** What helps to find out what went wrong; no secret is in it, not even where a message of others has one. */
export function makeReport({ environment, secrets, databaseName, isDatabaseOpen, log }: ReportedState): ServerReport {
  const hidden = secretTexts(environment, secrets).filter(({ length }) => length >= shortestSecret);
  const redact = (text: string): string => hidden.reduce((left, secret) => left.replaceAll(secret, '…'), text);
  const problemOf = (problem: string | null): string | null => (problem === null ? null : redact(problem));
  const [databaseText, described] = [attempt(databaseName), attempt(() => describeSettings(environment, secrets))];
  return {
    node: process.version,
    residentBytes: process.memoryUsage.rss(),
    uptimeSeconds: Math.round(process.uptime()),
    database: { name: redact(databaseText.value ?? 'not configured'), open: isDatabaseOpen },
    settings: (described.value ?? []).map(({ place, value }) => ({ place, value: redact(value) })),
    problem: problemOf(described.problem ?? databaseText.problem),
    log: log.map(redact),
  };
}

function attempt<Value>(read: () => Value): { readonly value: Value | null; readonly problem: string | null } {
  try {
    return { value: read(), problem: null };
  } catch (thrown) {
    return { value: null, problem: toAmprentaError(thrown).message };
  }
}
