import type { Layout } from '../layout.ts';
import { alphadiaMatrix } from './alphadiaMatrix.ts';
import { alphapeptProteins } from './alphapeptProteins.ts';
import { annotationTable } from './annotationTable.ts';
import { aplcmsPeaks } from './aplcmsPeaks.ts';
import { biocrates } from './biocrates.ts';
import { compoundDiscoverer } from './compoundDiscoverer.ts';
import { deseq2Results } from './deseq2Results.ts';
import { diannMatrix } from './diannMatrix.ts';
import { diannReport } from './diannReport.ts';
import { edgerResults } from './edgerResults.ts';
import { featurecounts } from './featurecounts.ts';
import { fragpipeCombinedPeptide } from './fragpipeCombinedPeptide.ts';
import { fragpipeCombinedProtein } from './fragpipeCombinedProtein.ts';
import { fragpipeTmtIntegrator } from './fragpipeTmtIntegrator.ts';
import { gct } from './gct.ts';
import { geneMatrix } from './geneMatrix.ts';
import { geoSeriesMatrix } from './geoSeriesMatrix.ts';
import { htseqCounts } from './htseqCounts.ts';
import { isaSamples } from './isaSamples.ts';
import { limmaResults } from './limmaResults.ts';
import { lipidsearch } from './lipidsearch.ts';
import { masshunterQuant } from './masshunterQuant.ts';
import { maxquantEvidence } from './maxquantEvidence.ts';
import { maxquantPeptides } from './maxquantPeptides.ts';
import { maxquantProteinGroups } from './maxquantProteinGroups.ts';
import { maxquantSites } from './maxquantSites.ts';
import { metaboanalyst } from './metaboanalyst.ts';
import { metabolightsMaf } from './metabolightsMaf.ts';
import { metabolon } from './metabolon.ts';
import { msdialAlignment } from './msdialAlignment.ts';
import { msstatsInput } from './msstatsInput.ts';
import { mwtab } from './mwtab.ts';
import { mzmineFeatures } from './mzmineFeatures.ts';
import { mztab } from './mztab.ts';
import { mztabM } from './mztabM.ts';
import { olinkNpx } from './olinkNpx.ts';
import { otherResults } from './otherResults.ts';
import { perseusMatrix } from './perseusMatrix.ts';
import { plainMatrix } from './plainMatrix.ts';
import { progenesis } from './progenesis.ts';
import { proteiosPeptides } from './proteiosPeptides.ts';
import { proteomeDiscovererPeptides } from './proteomeDiscovererPeptides.ts';
import { proteomeDiscovererProteins } from './proteomeDiscovererProteins.ts';
import { proteomeDiscovererPsm } from './proteomeDiscovererPsm.ts';
import { ramclustr } from './ramclustr.ts';
import { rnaQuantifier } from './rnaQuantifier.ts';
import { rsemMerged } from './rsemMerged.ts';
import { salmonMerged } from './salmonMerged.ts';
import { sampleSheet } from './sampleSheet.ts';
import { sdrf } from './sdrf.ts';
import { sieveFrames } from './sieveFrames.ts';
import { skylineLong } from './skylineLong.ts';
import { skylinePivot } from './skylinePivot.ts';
import { somascanAdat } from './somascanAdat.ts';
import { spectronautReport } from './spectronautReport.ts';
import { starReadsPerGene } from './starReadsPerGene.ts';
import { tximport } from './tximport.ts';
import { xcmsPeaks } from './xcmsPeaks.ts';

/** Every layout. A new one is a file beside this and a line here; where two are equally sure, the earlier one is taken. */
export const layouts: readonly Layout[] = [
  mwtab,
  mztabM,
  mztab,
  somascanAdat,
  perseusMatrix,
  gct,
  geoSeriesMatrix,
  maxquantProteinGroups,
  maxquantEvidence,
  maxquantPeptides,
  maxquantSites,
  diannMatrix,
  diannReport,
  fragpipeCombinedProtein,
  fragpipeCombinedPeptide,
  fragpipeTmtIntegrator,
  spectronautReport,
  msstatsInput,
  olinkNpx,
  msdialAlignment,
  mzmineFeatures,
  lipidsearch,
  compoundDiscoverer,
  progenesis,
  metabolon,
  biocrates,
  skylineLong,
  skylinePivot,
  metabolightsMaf,
  isaSamples,
  sdrf,
  masshunterQuant,
  alphapeptProteins,
  alphadiaMatrix,
  proteomeDiscovererProteins,
  proteomeDiscovererPeptides,
  proteomeDiscovererPsm,
  proteiosPeptides,
  aplcmsPeaks,
  ramclustr,
  sieveFrames,
  xcmsPeaks,
  featurecounts,
  salmonMerged,
  rsemMerged,
  tximport,
  rnaQuantifier,
  htseqCounts,
  starReadsPerGene,
  deseq2Results,
  edgerResults,
  limmaResults,
  metaboanalyst,
  sampleSheet,
  otherResults,
  annotationTable,
  geneMatrix,
  plainMatrix,
];
