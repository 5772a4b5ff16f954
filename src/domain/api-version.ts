/**
 * The version of the API that this app speaks. It grows with each release whose states, codes or fields an older app cannot read; the
 * server translates for the older versions (`server/http/released-clients`).
 */
export const API_VERSION = 3

/** The `Accept` header by which an app names its version. Unlike other headers, it needs no preflight on another host. */
export const ACCEPT = `application/json; kaizhang=${API_VERSION}`

/** The version that an `Accept` header names, if any. */
export function readApiVersion(accept: string | undefined): number | undefined {
  const version = /;\s*kaizhang=(\d{1,4})\b/.exec(accept ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}
