/**
 * How a connection is encrypted: not at all; whoever answers; whoever has a certificate of a known authority; only the
 * named host.
 * Source: PostgreSQL documentation, table 34.1 "SSL Mode Descriptions".
 */
export type SslMode = 'disable' | 'require' | 'verify-ca' | 'verify-full';

/** A Postgres server to connect to: the user's own, or the embedded one once it runs. */
export interface ServerTarget {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Null where none is set; never printed. */
  readonly password: string | null;
  /** From `sslmode=` of POSTGRES_URL; `disable` where nothing asks for it. */
  readonly ssl: SslMode;
}

/** Which Postgres is to be used. */
export type DatabaseTarget =
  | ({ readonly kind: 'server' } & ServerTarget)
  /** The embedded server, whose cluster lies in `postgres-<major>` below `dataDir`. */
  | { readonly kind: 'embedded'; readonly dataDir: string };
