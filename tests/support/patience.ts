/**
 * So long, in ms, a test waits for what must come before it calls it missing. Nothing is measured by it: a busy machine
 * is slow, not wrong.
 */
export const PATIENCE = 45_000
