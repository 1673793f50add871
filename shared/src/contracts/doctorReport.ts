import { z } from 'zod';

/** How a check came out; `off` is what is not switched on, which is no defect. */
export const checkStates = ['ok', 'warning', 'failed', 'off'] as const;
export type CheckState = (typeof checkStates)[number];

/** One thing that was looked at; `remedy` is the one thing to do, null where nothing is to be done. */
export const checkSchema = z.strictObject({
  check: z.string().min(1),
  state: z.enum(checkStates),
  message: z.string().min(1),
  remedy: z.string().min(1).nullable(),
});
export type Check = z.infer<typeof checkSchema>;

/** What `doctor --json` prints. */
export const doctorReportSchema = z.array(checkSchema).meta({
  title: 'amprenta doctor --json',
  description: 'What was looked at, in the order in which things depend on each other.',
});
export type DoctorReport = z.infer<typeof doctorReportSchema>;
