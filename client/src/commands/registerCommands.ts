import { commands } from 'vscode';
import type { Context } from '../context.ts';
import { tellFailure } from '../failure.ts';
import type { CommandId } from '../manifest/commandTable.ts';
import type { DatasetsView } from '../views/datasets/datasetsView.ts';
import { collectDiagnostics } from './collectDiagnostics.ts';
import type { CommandFactory } from './command.ts';
import { copyDatasetId, copyName, deleteDataset, openTable } from './datasetCommands.ts';
import { explainCode } from './explainCode.ts';
import { ingestFile, ingestSample } from './ingestFile.ts';
import { ingestFolder } from './ingestFolder.ts';
import { openSample } from './openSample.ts';
import { changeReading, chooseSampleSheet } from './overrideCommands.ts';
import { openReport, openReported, refreshReport, saveReport } from './reportCommands.ts';
import { forgetSecret, setSecret } from './secretCommands.ts';
import { refreshDatasets, restartServer, showLogs } from './serverCommands.ts';
import {
  openDatasetReport,
  openFinding,
  openOriginal,
  openSource,
  revealSource,
  saveOriginal,
} from './sourceCommands.ts';
import { turnOffCode } from './turnOffCode.ts';
import { validateFile } from './validateFile.ts';
import { clearFilter, filterDatasets, showMore, sortDatasets } from './viewCommands.ts';

const factories = {
  'amprenta.validateFile': validateFile,
  'amprenta.ingestFile': ingestFile,
  'amprenta.openReport': openReport,
  'amprenta.refreshReport': refreshReport,
  'amprenta.saveReport': saveReport,
  'amprenta.openReported': openReported,
  'amprenta.explainCode': explainCode,
  'amprenta.ingestSample': ingestSample,
  'amprenta.openSample': openSample,
  'amprenta.restartServer': restartServer,
  'amprenta.showLogs': showLogs,
  'amprenta.refreshDatasets': refreshDatasets,
  'amprenta.filterDatasets': filterDatasets,
  'amprenta.clearFilter': clearFilter,
  'amprenta.sortDatasets': sortDatasets,
  'amprenta.showMore': showMore,
  'amprenta.openTable': openTable,
  'amprenta.openOriginal': openOriginal,
  'amprenta.saveOriginal': saveOriginal,
  'amprenta.openFinding': openFinding,
  'amprenta.openDatasetReport': openDatasetReport,
  'amprenta.openSource': openSource,
  'amprenta.revealSource': revealSource,
  'amprenta.copyName': copyName,
  'amprenta.copyDatasetId': copyDatasetId,
  'amprenta.deleteDataset': deleteDataset,
  'amprenta.ingestFolder': ingestFolder,
  'amprenta.chooseSampleSheet': chooseSampleSheet,
  'amprenta.changeReading': changeReading,
  'amprenta.turnOffCode': turnOffCode,
  'amprenta.setSecret': setSecret,
  'amprenta.forgetSecret': forgetSecret,
  'amprenta.collectDiagnostics': collectDiagnostics,
} as const satisfies Record<CommandId, CommandFactory>;

/** Registers every command; one that fails says so, once. */
export function registerCommands(context: Context, view: DatasetsView): void {
  for (const [id, factory] of Object.entries<CommandFactory>(factories)) {
    const run = factory({ context, view });
    const guarded = (...given: readonly unknown[]): Promise<void> =>
      run(...given).catch((thrown) => {
        // Not waited for: the command is over, and the message stays until it is answered.
        void tellFailure(context, thrown);
      });
    context.own(commands.registerCommand(id, guarded));
  }
}
