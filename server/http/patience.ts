/** How long the server waits for a client, in ms. */
export interface Patience {
  /** Until the head of a request is whole. */
  head: number
  /** Until all of a request is there: a photo on a slow network is the longest. */
  request: number
  /** While a connection with a request on it carries nothing either way: a body that stalls, a reader that does not read. */
  silence: number
}

export const PATIENCE: Patience = { head: 20_000, request: 60_000, silence: 30_000 }

/** The framework's settings for it; how often it looks is part of how exact it is. */
export const patienceOf = ({ head, request, silence }: Patience) => ({
  requestTimeout: request,
  connectionTimeout: silence,
  http: { headersTimeout: head, connectionsCheckingInterval: Math.min(5000, head / 4) },
})
