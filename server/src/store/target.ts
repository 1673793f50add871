/** A Postgres server to connect to: the user's own, or the embedded one once it runs. */
export interface ServerTarget {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Null where none is set; never printed. */
  readonly password: string | null;
  /** From `sslmode=` of POSTGRES_URL; false where nothing asks for it. */
  readonly ssl: boolean;
}

/** Which Postgres is to be used. */
export type DatabaseTarget =
  | ({ readonly kind: 'server' } & ServerTarget)
  /** The embedded server, whose cluster lies in `postgres-<major>` below `dataDir`. */
  | { readonly kind: 'embedded'; readonly dataDir: string };
