import type { DiagnosticCode } from '#shared/diagnostics.ts';
import { identifiersInjections } from './identifiers.ts';
import type { Injection } from './injection.ts';
import { leftOutInjections } from './leftOut.ts';
import { metabolitesInjections } from './metabolites.ts';
import { numbersInjections } from './numbers.ts';
import { proteinsInjections } from './proteins.ts';
import { samplesInjections } from './samples.ts';
import { wholeSampleInjections } from './samplesStructure.ts';
import { scalesInjections } from './scales.ts';
import { statisticsInjections } from './statistics.ts';
import { structureInjections } from './structure.ts';

/** Every kind of defect. */
export const injections: readonly Injection[] = [
  ...structureInjections,
  ...leftOutInjections,
  ...wholeSampleInjections,
  ...numbersInjections,
  ...scalesInjections,
  ...statisticsInjections,
  ...identifiersInjections,
  ...proteinsInjections,
  ...metabolitesInjections,
  ...samplesInjections,
];

/** Codes that no example can be given, with the reason. */
export const notInjected: Readonly<Partial<Record<DiagnosticCode, string>>> = {};
