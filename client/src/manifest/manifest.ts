import { projectFileName } from '#shared/overrides.ts';
import { documentationScheme } from '#shared/protocol/diagnosticPages.ts';
import { type Setting, settings } from '#shared/settings.ts';
import { tableLanguages } from '#shared/tableFiles.ts';
import { type ClientSetting, clientSettings } from './clientSettings.ts';
import {
  type CommandEntry,
  commandTable,
  datasetsView,
  explorerStateKey,
  originalScheme,
  viewContainer,
} from './commandTable.ts';
import { walkthrough } from './walkthrough.ts';

/** The parts of package.json that the editor reads and that are made from the code, by their keys. */
export function makeManifest(): Record<string, unknown> {
  const entries = Object.entries<CommandEntry>(commandTable);
  return {
    main: './dist/client/extension.cjs',
    icon: 'media/icon.png',
    galleryBanner: { color: '#12343b', theme: 'dark' },
    categories: ['Data Science', 'Linters'],
    keywords: ['omics', 'lipidomics', 'metabolomics', 'proteomics', 'transcriptomics'],
    // Commands and views activate by themselves.
    activationEvents: [
      ...[...tableLanguages, 'plaintext'].map((language) => `onLanguage:${language}`),
      `onFileSystem:${originalScheme}`,
      `onFileSystem:${documentationScheme}`,
    ],
    capabilities: makeCapabilities(),
    contributes: {
      commands: entries.map(([command, { title, icon, enablement }]) => ({
        command,
        title,
        category: 'Amprenta',
        ...(icon !== undefined && { icon }),
        ...(enablement !== undefined && { enablement }),
      })),
      menus: makeMenus(entries),
      keybindings: entries.flatMap(([command, { keybinding }]) => (keybinding ? [{ command, ...keybinding }] : [])),
      configuration: { title: 'Amprenta Omics', properties: makeProperties() },
      // A page of the documentation is read, not edited: the editor shows it as its preview has it.
      configurationDefaults: {
        'workbench.editorAssociations': { [`${documentationScheme}:/**/*.md`]: 'vscode.markdown.preview.editor' },
      },
      languages: [
        { id: 'csv', extensions: ['.csv'], aliases: ['CSV'] },
        { id: 'tsv', extensions: ['.tsv', '.tab', '.tabular'], aliases: ['TSV'] },
        { id: 'jsonc', filenames: [projectFileName] },
      ],
      jsonValidation: [{ fileMatch: projectFileName, url: './media/schemas/amprenta.schema.json' }],
      viewsContainers: { activitybar: [{ id: viewContainer, title: 'Amprenta Omics', icon: 'media/activityBar.svg' }] },
      views: {
        [viewContainer]: [
          { id: datasetsView, name: 'Datasets', icon: 'media/activityBar.svg', contextualTitle: 'Amprenta Omics' },
        ],
      },
      viewsWelcome: makeWelcomes(),
      walkthroughs: [walkthrough],
    },
  };
}

const serverSettings: readonly Setting[] = Object.values<Setting>(settings).filter(({ secret }) => !secret);

/** Secrets are not among the settings: settings are plain text, and are synchronised. */
function makeProperties(): Record<string, unknown> {
  const own = Object.entries<ClientSetting>(clientSettings).map(([key, { default: standard, choices, doc }]) => [
    `amprenta.${key}`,
    {
      type: 'string',
      enum: Object.keys(choices),
      enumDescriptions: Object.values(choices),
      default: standard,
      description: doc,
      scope: 'window',
    },
  ]);
  return Object.fromEntries([...own, ...serverSettings.map(makeProperty)]);
}

function makeProperty({ key, environment, type, default: standard, scope, doc }: Setting): [string, unknown] {
  const types = { text: 'string', path: 'string', boolean: 'boolean', port: 'integer' } as const;
  return [
    `amprenta.${key}`,
    {
      type: standard === null ? [types[type], 'null'] : types[type],
      default: standard,
      ...(type === 'port' && { minimum: 1, maximum: 65_535 }),
      description: `${doc} Wins over ${environment} in the environment.`,
      // One server serves a window, so what a folder says holds for the window.
      scope: scope === 'machine' ? 'machine' : 'window',
    },
  ];
}

function makeCapabilities(): Record<string, unknown> {
  return {
    untrustedWorkspaces: {
      supported: 'limited',
      description: 'Tables are validated. Nothing is ingested, and no database is reached.',
      restrictedConfigurations: serverSettings.map(({ key }) => `amprenta.${key}`),
    },
    virtualWorkspaces: {
      supported: 'limited',
      description: 'Open tables are validated. Ingesting needs files on disk.',
    },
  };
}

function makeMenus(entries: readonly (readonly [string, CommandEntry])[]): Record<string, unknown> {
  const places = entries.flatMap(([command, { menus }]) => menus.map((place) => ({ command, ...place })));
  const perMenu = Map.groupBy(places, ({ menu }) => menu);
  return {
    ...Object.fromEntries(
      [...perMenu].map(([menu, items]) => [menu, items.map(({ command, when, group }) => ({ command, when, group }))]),
    ),
    commandPalette: entries.map(([command, { palette }]) => ({ command, when: palette })),
  };
}

function makeWelcomes(): unknown[] {
  return [
    {
      view: datasetsView,
      contents:
        'No dataset is stored yet. Right-click a table and choose "Ingest this file", or try it out:\n' +
        '[Ingest a sample table](command:amprenta.ingestSample)',
      when: `isWorkspaceTrusted && ${explorerStateKey} == empty`,
    },
    {
      view: datasetsView,
      contents:
        'In a workspace that is not trusted, tables are validated, and nothing is ingested.\n' +
        '[Manage workspace trust](command:workbench.trust.manage)',
      when: '!isWorkspaceTrusted',
    },
  ];
}
