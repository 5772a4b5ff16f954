/** Browser tests that take many minutes, for the long run only. */
export const LONG_SPECS = ['accessibility-audit.spec.ts']
