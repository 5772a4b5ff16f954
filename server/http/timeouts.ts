/** The time limits for slow clients, in ms. */
export interface Timeouts {
  /** Until all headers of a request have arrived. */
  headers: number
  /** Until the whole request has arrived; a photo on a slow network takes longest. */
  request: number
  /** While an active connection transfers nothing in either direction. */
  idle: number
  /** The minimum rate of an upload: `bytes` in every `every` ms. A 2G network is ten times as fast. */
  minimumRate: { bytes: number; every: number }
  /** Until a received file must be processed; shorter than `idle`, so that the client gets a response. */
  queueWait: number
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  headers: 20_000,
  request: 60_000,
  idle: 30_000,
  minimumRate: { bytes: 4096, every: 10_000 },
  queueWait: 15_000,
}

/** Returns Fastify's options for these timeouts; the checking interval limits their precision. */
export const timeoutOptions = ({ headers, request, idle }: Timeouts) => ({
  requestTimeout: request,
  connectionTimeout: idle,
  http: { headersTimeout: headers, connectionsCheckingInterval: Math.min(5000, headers / 4) },
})
