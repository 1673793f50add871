import { AmprentaError, type ErrorKind } from '#shared/errors.ts';

/** How every message about a failing Postgres begins; outside scripts look for it. */
export const postgresFailurePrefix = 'Postgres creation failed (required): ';

/** The guide's four checks, in its order. */
export const postgresChecks = ['running', 'credentials', 'database', 'permissions'] as const;
export type PostgresCheck = (typeof postgresChecks)[number];

const questions: Readonly<Record<PostgresCheck, string>> = {
  running: 'Is Postgres running?',
  credentials: 'Are the credentials right?',
  database: 'Does the database exist?',
  permissions: 'Are the permissions sufficient?',
};

/** What failed, in the terms of the four checks. */
export interface PostgresFailure {
  readonly kind: ErrorKind;
  /** What happened, in one sentence with its full stop. */
  readonly happened: string;
  /** Host, port, database and user that were tried, in one sentence with its full stop; never a password. */
  readonly tried: string;
  /** The check that is it; null where all four hold and something else went wrong. */
  readonly failed: PostgresCheck | null;
  /** How the question of the failed check is answered: `No.` unless told. */
  readonly answer?: string;
  /** How the questions before it are answered: `Yes.`, since they were passed, unless told. */
  readonly before?: string;
  /** The one thing to do next. */
  readonly remedy: string;
  readonly cause?: unknown;
}

/**
 * Makes the error that a person reads when Postgres fails: what happened, what was tried, and the four checks with
 * the failing one marked by an arrow and followed by its remedy. Checks before it were passed, those after it were
 * not reached.
 */
export function postgresFailure(failure: PostgresFailure): AmprentaError {
  const failedAt = failure.failed === null ? postgresChecks.length : postgresChecks.indexOf(failure.failed);
  const checks = postgresChecks.map((check, at) => {
    const question = `${at + 1}. ${questions[check]}`;
    if (at < failedAt) return `   ${question} ${failure.before ?? 'Yes.'}`;
    if (at > failedAt) return `   ${question} Not reached.`;
    return `-> ${question} ${failure.answer ?? 'No.'} ${failure.remedy}`;
  });
  const lines = [`${postgresFailurePrefix}${failure.happened}`, failure.tried, ...checks];
  if (failure.failed === null) lines.push(`-> ${failure.remedy}`);
  return new AmprentaError(failure.kind, lines.join('\n'), { cause: failure.cause });
}
