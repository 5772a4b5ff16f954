/** How long the server waits for a client, in ms. */
export interface Timeouts {
  /** Until the head of a request is whole. */
  head: number
  /** Until all of a request is there: a photo on a slow network is the longest. */
  request: number
  /** While a connection with a request on it carries nothing either way: a body that stalls, a reader that does not read. */
  silence: number
  /** The slowest a file may arrive: so many bytes in every so many ms. A phone on a 2G network sends ten times as much. */
  pace: { bytes: number; every: number }
  /** How long a file that has arrived waits for its turn; shorter than `silence`, so the client gets an answer. */
  turn: number
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  head: 20_000,
  request: 60_000,
  silence: 30_000,
  pace: { bytes: 4096, every: 10_000 },
  turn: 15_000,
}

/** The framework's settings for it; how often it looks is part of how exact it is. */
export const timeoutsOf = ({ head, request, silence }: Timeouts) => ({
  requestTimeout: request,
  connectionTimeout: silence,
  http: { headersTimeout: head, connectionsCheckingInterval: Math.min(5000, head / 4) },
})
