import { type Disposable, type Tab, TabInputText, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { makeReport, type ReportedPlace, reportProgress } from '#shared/protocol/reports.ts';
import { withQuietProgress } from '../ingest/quietProgress.ts';
import { reportPanelType } from '../manifest/commandTable.ts';
import { readOriginalUri } from '../originals/originalUri.ts';
import type { LanguageServer } from '../server.ts';
import { fileName } from '../words.ts';

/** The only command that a report may call. */
const linkCommand = 'amprenta.openReported';

/** A table's report that is shown, with the page as it was last made. */
export interface ShownReport {
  readonly table: Uri;
  readonly panel: WebviewPanel;
  readonly html: string;
}

/** The reports that are open in this window, one for each table. */
export class ReportPanels implements Disposable {
  readonly #server: LanguageServer;
  readonly #shown = new Map<string, ShownReport>();

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  /** Makes a table's report and shows it beside the table; one that is shown is made anew and brought to the front. */
  async show(table: Uri): Promise<void> {
    const html = await this.#make(table);
    if (html === null) return;
    const key = table.toString();
    const panel = this.#shown.get(key)?.panel ?? this.#open(table);
    this.#shown.set(key, { table, panel, html });
    panel.webview.html = html;
    panel.reveal(undefined, false);
  }

  /** The report that a person looks at; null where that is something else. */
  active(): ShownReport | null {
    return [...this.#shown.values()].find(({ panel }) => panel.active) ?? null;
  }

  /** The report that links to a place; null where no shown report is about that table. */
  linkingTo({ uri }: ReportedPlace): ShownReport | null {
    return this.#shown.get(uri) ?? null;
  }

  dispose(): void {
    for (const { panel } of this.#shown.values()) panel.dispose();
  }

  /** Null where a person cancelled it. @throws the server's error */
  async #make(table: Uri): Promise<string | null> {
    const name = fileName(table.path);
    return withQuietProgress('Making the report', async (report, token) => {
      const id = crypto.randomUUID();
      report(name);
      const listening = this.#server.listen(reportProgress, ({ token: told, share }) => {
        if (told === id) report(`${name}: ${Math.round(share * 100)} %`);
      });
      const params = { uri: table.toString(), original: readOriginalUri(table), token: id, linkCommand };
      try {
        return await this.#server.ask(makeReport, params, { token, doing: `the report of ${name}` });
      } catch (thrown) {
        if (token.isCancellationRequested) return null;
        throw thrown;
      } finally {
        listening.dispose();
      }
    });
  }

  #open(table: Uri): WebviewPanel {
    const options = {
      enableScripts: false,
      enableCommandUris: [linkCommand],
      enableFindWidget: true,
      localResourceRoots: [],
    };
    const title = `Report: ${fileName(table.path)}`;
    const panel = window.createWebviewPanel(reportPanelType, title, this.#columnFor(table), options);
    panel.onDidDispose(() => this.#shown.delete(table.toString()));
    return panel;
  }

  /** Beside the table where that is open, else beside what is; where nothing is open there is nothing to be beside. */
  #columnFor(table: Uri): ViewColumn {
    const other = [...this.#shown.values()].find(({ panel }) => panel.viewColumn !== undefined)?.panel.viewColumn;
    const own = columnOf(table);
    if (other !== undefined && other !== own) return other;
    if (own !== undefined && own !== window.tabGroups.activeTabGroup.viewColumn) return own + 1;
    return window.tabGroups.activeTabGroup.tabs.length === 0 ? ViewColumn.Active : ViewColumn.Beside;
  }
}

/** The column in which a table is open; undefined where it is not. */
export function columnOf(table: Uri): ViewColumn | undefined {
  const shows = ({ input }: Tab): boolean => input instanceof TabInputText && String(input.uri) === String(table);
  return window.tabGroups.all.find(({ tabs }) => tabs.some(shows))?.viewColumn;
}
