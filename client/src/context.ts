import { type Disposable, type ExtensionContext, type LogOutputChannel, type Uri, window } from 'vscode';
import { ReportPanels } from './reports/reportPanels.ts';
import { SecretStore } from './secrets/secretStore.ts';
import { LanguageServer } from './server.ts';
import { Activity } from './status/activity.ts';
import { TableStatuses } from './status/tableStatuses.ts';
import { Datasets } from './views/datasets/datasets.ts';

/** Owns everything of the extension that lives as long as it does. */
export class Context {
  readonly log: LogOutputChannel;
  readonly secrets: SecretStore;
  readonly server: LanguageServer;
  readonly datasets: Datasets;
  readonly tables: TableStatuses;
  readonly reports: ReportPanels;
  /** Whether a table is being ingested. */
  readonly ingesting = new Activity();
  /** The folder the extension is installed in. */
  readonly folder: Uri;
  /** Its version. */
  readonly version: string;
  readonly #subscriptions: Disposable[];

  constructor(extension: ExtensionContext) {
    this.folder = extension.extensionUri;
    this.version = String(extension.extension.packageJSON.version);
    this.#subscriptions = extension.subscriptions;
    this.log = window.createOutputChannel('Amprenta Omics', { log: true });
    this.secrets = new SecretStore(extension.secrets);
    const module = extension.asAbsolutePath('dist/server/languageServer.js');
    this.server = new LanguageServer(module, this.secrets, this.log);
    this.datasets = new Datasets(this.server, this.log, extension.globalState);
    this.tables = new TableStatuses(this.server);
    this.reports = new ReportPanels(this.server);
    this.own(this.log, this.server, this.datasets, this.tables, this.reports, this.ingesting);
  }

  /** Disposes these when the extension ends. */
  own(...things: Disposable[]): void {
    this.#subscriptions.push(...things);
  }

  /** Stops the server; the editor disposes the rest. */
  async end(): Promise<void> {
    await this.server.stop();
  }
}
