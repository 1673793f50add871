/** Layouts that any text may look like (prose with commas, a log) are less sure than this, from 0 to 1. */
export const leastConfidenceOfText = 0.6;
