/** How long tests wait for an expected event before they fail, in ms; generous, because a busy machine is slow. */
export const WAIT_TIMEOUT_MS = 45_000
