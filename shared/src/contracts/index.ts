import { z } from 'zod';
import { doctorReportSchema } from './doctorReport.ts';
import { errorReportSchema } from './errorReport.ts';
import { ingestReportSchema } from './ingestReport.ts';
import { listReportSchema } from './listReport.ts';
import { showReportSchema } from './showReport.ts';
import { validateReportSchema } from './validateReport.ts';

/** The JSON output of each command, by the command's name; `error` is what any of them prints where it fails as a whole. */
export const contracts = {
  validate: validateReportSchema,
  ingest: ingestReportSchema,
  list: listReportSchema,
  show: showReportSchema,
  doctor: doctorReportSchema,
  error: errorReportSchema,
} as const satisfies Record<string, z.ZodType>;

/** A name in {@link contracts}. */
export type ContractName = keyof typeof contracts;

/** A contract as JSON Schema, draft 2020-12. */
export function jsonSchemaOf(name: ContractName): object {
  return z.toJSONSchema(contracts[name]);
}
