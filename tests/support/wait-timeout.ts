/** The timeout of a test that waits for an expected event, in ms; generous, because a busy machine is slow. */
export const WAIT_TIMEOUT_MS = 45_000
