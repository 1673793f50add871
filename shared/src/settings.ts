/**
 * Every setting, in one table: what reads it, what the README says of it, and what the extension contributes are made
 * from here. The environment names are those that existing .env files have.
 */

/** How a setting's text is read. */
export type SettingType = 'text' | 'boolean' | 'port' | 'path';

/**
 * Who may set it. `machine`: the person for this machine only, never a workspace, because it says where data goes;
 * `resource`: a workspace as well.
 */
export type SettingScope = 'machine' | 'resource';

/** One setting. */
export interface Setting {
  /** Its name in VS Code, behind `amprenta.`. */
  readonly key: string;
  readonly environment: string;
  readonly type: SettingType;
  /** What holds where nothing sets it; null where that depends or means "none". */
  readonly default: string | number | boolean | null;
  /** Unit of a number, or null. */
  readonly unit: string | null;
  readonly scope: SettingScope;
  /** Never printed, logged or kept in a settings file. */
  readonly secret: boolean;
  readonly doc: string;
}

/** The table. */
export const settings = {
  postgresUrl: {
    key: 'postgres.url',
    environment: 'POSTGRES_URL',
    type: 'text',
    default: null,
    unit: null,
    scope: 'machine',
    secret: true,
    doc: 'Your own Postgres as one address, postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=require; what it names wins over the settings below.',
  },
  postgresHost: {
    key: 'postgres.host',
    environment: 'POSTGRES_HOST',
    type: 'text',
    default: 'localhost',
    unit: null,
    scope: 'machine',
    secret: false,
    doc: 'Host of your own Postgres. Where no POSTGRES_ setting is set, an embedded Postgres is used.',
  },
  postgresPort: {
    key: 'postgres.port',
    environment: 'POSTGRES_PORT',
    type: 'port',
    default: 5432,
    unit: null,
    scope: 'machine',
    secret: false,
    doc: 'Port of your own Postgres.',
  },
  postgresDatabase: {
    key: 'postgres.database',
    environment: 'POSTGRES_DB',
    type: 'text',
    default: 'amprenta_rag',
    unit: null,
    scope: 'machine',
    secret: false,
    doc: 'Database in your own Postgres; it is created if it is absent and the role may.',
  },
  postgresUser: {
    key: 'postgres.user',
    environment: 'POSTGRES_USER',
    type: 'text',
    default: 'postgres',
    unit: null,
    scope: 'machine',
    secret: false,
    doc: 'Role in your own Postgres.',
  },
  postgresPassword: {
    key: 'postgres.password',
    environment: 'POSTGRES_PASSWORD',
    type: 'text',
    default: null,
    unit: null,
    scope: 'machine',
    secret: true,
    doc: 'Password of your role in your own Postgres.',
  },
  dataDir: {
    key: 'dataDir',
    environment: 'AMPRENTA_DATA_DIR',
    type: 'path',
    default: null,
    unit: null,
    scope: 'machine',
    secret: false,
    doc: "Folder of the embedded Postgres, which lies in its subfolder postgres-<major>; by default in the user's data folder, for root /var/lib/amprenta.",
  },
  postgresIsSourceOfTruth: {
    key: 'postgres.isSourceOfTruth',
    environment: 'USE_POSTGRES_AS_SOT',
    type: 'boolean',
    default: true,
    unit: null,
    scope: 'resource',
    secret: false,
    doc: 'Tables go into Postgres first. Off, they would go to Notion only, which is not built yet: ingesting is then an error.',
  },
  notionSync: {
    key: 'notion.sync',
    environment: 'ENABLE_NOTION_SYNC',
    type: 'boolean',
    default: false,
    unit: null,
    scope: 'resource',
    secret: false,
    doc: 'Each dataset also gets a Notion page. Not built yet: on, ingesting is an error.',
  },
  dualWrite: {
    key: 'notion.dualWrite',
    environment: 'ENABLE_DUAL_WRITE',
    type: 'boolean',
    default: false,
    unit: null,
    scope: 'resource',
    secret: false,
    doc: 'Every ingest writes both Postgres and Notion. Not built yet: on, ingesting is an error.',
  },
  featureLinking: {
    key: 'featureLinking',
    environment: 'ENABLE_FEATURE_LINKING',
    type: 'boolean',
    default: true,
    unit: null,
    scope: 'resource',
    secret: false,
    doc: 'Rows with an id of a known form are linked to the feature that all datasets share.',
  },
  notionApiKey: {
    key: 'notion.apiKey',
    environment: 'NOTION_API_KEY',
    type: 'text',
    default: null,
    unit: null,
    scope: 'machine',
    secret: true,
    doc: 'Token of a Notion integration. Not used yet.',
  },
  openaiApiKey: {
    key: 'openai.apiKey',
    environment: 'OPENAI_API_KEY',
    type: 'text',
    default: null,
    unit: null,
    scope: 'machine',
    secret: true,
    doc: 'Key of the embedding service. Not used yet.',
  },
  pineconeApiKey: {
    key: 'pinecone.apiKey',
    environment: 'PINECONE_API_KEY',
    type: 'text',
    default: null,
    unit: null,
    scope: 'machine',
    secret: true,
    doc: 'Key of the vector index. Not used yet.',
  },
} as const satisfies Record<string, Setting>;

/** A name in {@link settings}. */
export type SettingName = keyof typeof settings;
