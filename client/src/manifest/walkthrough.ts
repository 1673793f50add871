import { datasetsView } from './commandTable.ts';

/** The editor's tour of the extension, in the order of its steps; each is done by what its button does. */
export const walkthrough = {
  id: 'start',
  title: 'Get started with Amprenta Omics',
  description: 'From a table in the editor to a dataset in Postgres, in four steps.',
  steps: [
    {
      id: 'look',
      title: 'See what is wrong in a table',
      description:
        'Open any CSV or TSV table. What is wrong in it stands in the Problems panel and under its cell, with a fix.\n' +
        '[Open a sample table](command:amprenta.openSample)',
      media: { markdown: 'media/walkthrough/look.md' },
      completionEvents: ['onCommand:amprenta.openSample'],
    },
    {
      id: 'ingest',
      title: 'Ingest it',
      description:
        'Right-click a table and choose "Ingest this file". You see what it was recognised as, and can change that.\n' +
        '[Ingest a sample table](command:amprenta.ingestSample)',
      media: { markdown: 'media/walkthrough/ingest.md' },
      completionEvents: ['onCommand:amprenta.ingestSample', 'onCommand:amprenta.ingestFile'],
    },
    {
      id: 'explore',
      title: 'Look at what is stored',
      description: `Datasets lie in the activity bar, by omics type.\n[Show the datasets](command:${datasetsView}.focus)`,
      media: { markdown: 'media/walkthrough/explore.md' },
      completionEvents: [`onView:${datasetsView}`],
    },
    {
      id: 'database',
      title: 'Use your own Postgres',
      description:
        'Without any setting, tables go into a Postgres of your own user on this machine.\n' +
        '[Open the settings](command:workbench.action.openSettings?%22amprenta.postgres%22)',
      media: { markdown: 'media/walkthrough/database.md' },
      completionEvents: ['onSettingChanged:amprenta.postgres.host'],
    },
  ],
} as const;
