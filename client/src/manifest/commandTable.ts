import { turnOffCommand } from '#shared/protocol/turnOff.ts';
import { tableExtensions } from '#shared/tableFiles.ts';

/** Where a command stands besides the palette. */
export interface MenuPlace {
  readonly menu: 'explorer/context' | 'editor/context' | 'editor/title' | 'view/title' | 'view/item/context';
  readonly when: string;
  readonly group: string;
}

/** What the manifest says of one command. */
export interface CommandEntry {
  readonly title: string;
  /** A product icon, `$(name)`, for places that show no text. */
  readonly icon?: string;
  /** Where the palette offers it; `false` for commands that need something to act on. */
  readonly palette: string;
  /** Where the command can be carried out at all; elsewhere its entries are grey. */
  readonly enablement?: string;
  readonly menus: readonly MenuPlace[];
  /** The key that calls it, and where. */
  readonly keybinding?: { readonly key: string; readonly mac?: string; readonly when: string };
}

/** The view with the stored datasets. */
export const datasetsView = 'amprenta.datasets';

/** The view's container in the activity bar. */
export const viewContainer = 'amprenta';

/** The context key that says what the view has to show. */
export const explorerStateKey = 'amprenta.explorerState';

/** The context key that says that the view shows a part of the datasets. */
export const isFilteredKey = 'amprenta.isFiltered';

/** `contextValue` of a dataset in the view. */
export const datasetContextValue = 'dataset';

/** `contextValue` of what is listed below a dataset's lists. */
export const leafContextValue = 'leaf';

/** The URI scheme of ingested bytes. */
export const originalScheme = 'amprenta';

/** The kind of webview that shows a table's report. */
export const reportPanelType = 'amprenta.report';

const onDisk = 'resourceScheme =~ /^(file|vscode-remote)$/';
const isTable = `${onDisk} && resourceExtname =~ /^\\.(${tableExtensions.join('|')})$/i`;
/** Text that was never saved has no name to be told by. */
const isOpenTable = `${isTable} || resourceScheme == untitled && resourceLangId =~ /^[ct]sv$/`;
const onReport = `activeWebviewPanelId == '${reportPanelType}'`;
const onTableInExplorer = `${isTable} && !explorerResourceIsFolder`;
const onFolderInExplorer = `explorerResourceIsFolder && ${onDisk}`;
const inView = `view == ${datasetsView}`;
const onDataset = `${inView} && viewItem == ${datasetContextValue}`;
const onNamed = `${inView} && viewItem =~ /^(${datasetContextValue}|${leafContextValue})$/`;
const inFocusedView = `focusedView == ${datasetsView}`;
const hasDatasets = `${inView} && ${explorerStateKey} == ready`;

/** Every command by its id: the manifest is made from here, and the client registers exactly these. */
export const commandTable = {
  'amprenta.validateFile': {
    title: 'Validate this file',
    icon: '$(checklist)',
    palette: isTable,
    menus: [
      { menu: 'explorer/context', when: onTableInExplorer, group: '7_amprenta@1' },
      { menu: 'editor/context', when: isTable, group: '7_amprenta@1' },
    ],
  },
  'amprenta.ingestFile': {
    title: 'Ingest this file',
    icon: '$(database)',
    palette: isTable,
    enablement: 'isWorkspaceTrusted',
    menus: [
      { menu: 'explorer/context', when: onTableInExplorer, group: '7_amprenta@2' },
      { menu: 'editor/context', when: isTable, group: '7_amprenta@2' },
      { menu: 'editor/title', when: isTable, group: 'navigation@90' },
    ],
  },
  'amprenta.openReport': {
    title: 'Open report',
    icon: '$(open-preview)',
    palette: isOpenTable,
    menus: [
      { menu: 'explorer/context', when: onTableInExplorer, group: '7_amprenta@5' },
      { menu: 'editor/context', when: isOpenTable, group: '7_amprenta@5' },
      { menu: 'editor/title', when: isOpenTable, group: 'navigation@89' },
    ],
  },
  'amprenta.refreshReport': {
    title: 'Refresh report',
    icon: '$(refresh)',
    palette: onReport,
    menus: [{ menu: 'editor/title', when: onReport, group: 'navigation@1' }],
  },
  'amprenta.saveReport': {
    title: 'Save report as…',
    icon: '$(save-as)',
    palette: onReport,
    menus: [{ menu: 'editor/title', when: onReport, group: 'navigation@2' }],
  },
  'amprenta.openReported': { title: 'Open a place of a report', palette: 'false', menus: [] },
  'amprenta.explainCode': { title: 'Explain a diagnostic code…', palette: 'true', menus: [] },
  'amprenta.ingestSample': {
    title: 'Ingest a sample table…',
    palette: 'true',
    enablement: 'isWorkspaceTrusted',
    menus: [],
  },
  'amprenta.openSample': { title: 'Open a sample table…', palette: 'true', menus: [] },
  'amprenta.restartServer': { title: 'Restart server', palette: 'true', menus: [] },
  'amprenta.showLogs': { title: 'Show logs', palette: 'true', menus: [] },
  'amprenta.refreshDatasets': {
    title: 'Refresh datasets',
    icon: '$(refresh)',
    palette: 'true',
    menus: [{ menu: 'view/title', when: inView, group: 'navigation@4' }],
  },
  'amprenta.filterDatasets': {
    title: 'Filter datasets…',
    icon: '$(filter)',
    palette: 'isWorkspaceTrusted',
    menus: [{ menu: 'view/title', when: `${hasDatasets} && !${isFilteredKey}`, group: 'navigation@1' }],
  },
  'amprenta.clearFilter': {
    title: 'Show all datasets again',
    icon: '$(filter-filled)',
    palette: isFilteredKey,
    menus: [{ menu: 'view/title', when: `${inView} && ${isFilteredKey}`, group: 'navigation@1' }],
  },
  'amprenta.sortDatasets': {
    title: 'Sort datasets…',
    icon: '$(list-ordered)',
    palette: 'isWorkspaceTrusted',
    menus: [{ menu: 'view/title', when: hasDatasets, group: 'navigation@2' }],
  },
  'amprenta.showMore': { title: 'Show more', palette: 'false', menus: [] },
  'amprenta.openTable': {
    title: 'Open as table',
    icon: '$(table)',
    palette: 'false',
    menus: [
      { menu: 'view/item/context', when: onDataset, group: 'inline@1' },
      { menu: 'view/item/context', when: onDataset, group: '1_open@1' },
    ],
  },
  'amprenta.openOriginal': {
    title: 'Open original',
    palette: 'false',
    menus: [{ menu: 'view/item/context', when: onDataset, group: '1_open@2' }],
  },
  'amprenta.saveOriginal': {
    title: 'Save original as…',
    palette: 'false',
    menus: [{ menu: 'view/item/context', when: onDataset, group: '1_open@3' }],
  },
  'amprenta.openDatasetReport': {
    title: 'Open report',
    palette: 'false',
    menus: [{ menu: 'view/item/context', when: onDataset, group: '1_open@4' }],
  },
  'amprenta.openSource': {
    title: 'Open source file',
    palette: 'false',
    menus: [{ menu: 'view/item/context', when: onDataset, group: '1_source@1' }],
  },
  'amprenta.revealSource': {
    title: 'Reveal source file',
    palette: 'false',
    menus: [{ menu: 'view/item/context', when: onDataset, group: '1_source@2' }],
  },
  'amprenta.openFinding': { title: 'Open where it was found', palette: 'false', menus: [] },
  'amprenta.copyName': {
    title: 'Copy name',
    palette: 'false',
    menus: [{ menu: 'view/item/context', when: onNamed, group: '2_copy@1' }],
    keybinding: { key: 'ctrl+c', mac: 'cmd+c', when: inFocusedView },
  },
  'amprenta.copyDatasetId': {
    title: 'Copy id',
    palette: 'false',
    menus: [{ menu: 'view/item/context', when: onDataset, group: '2_copy@2' }],
  },
  'amprenta.deleteDataset': {
    title: 'Delete…',
    palette: 'false',
    menus: [{ menu: 'view/item/context', when: onDataset, group: '9_delete@1' }],
    keybinding: { key: 'delete', mac: 'cmd+backspace', when: inFocusedView },
  },
  'amprenta.ingestFolder': {
    title: 'Ingest tables in this folder…',
    palette: 'true',
    enablement: 'isWorkspaceTrusted',
    menus: [{ menu: 'explorer/context', when: onFolderInExplorer, group: '7_amprenta@3' }],
  },
  'amprenta.chooseSampleSheet': {
    title: 'Choose a sample sheet…',
    palette: isTable,
    menus: [{ menu: 'explorer/context', when: onTableInExplorer, group: '7_amprenta@4' }],
  },
  'amprenta.changeReading': { title: 'Change how this table is read…', palette: isTable, menus: [] },
  [turnOffCommand]: { title: 'Turn off a diagnostic code', palette: 'false', menus: [] },
  'amprenta.setSecret': { title: 'Set a secret…', palette: 'true', menus: [] },
  'amprenta.forgetSecret': { title: 'Forget a secret…', palette: 'true', menus: [] },
  'amprenta.collectDiagnostics': { title: 'Collect diagnostics', palette: 'true', menus: [] },
} as const satisfies Record<string, CommandEntry>;

/** The id of a command. */
export type CommandId = keyof typeof commandTable;
