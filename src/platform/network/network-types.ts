export interface Network {
  isOnline(): Promise<boolean>
  /** Calls back on every change; the returned function stops it. */
  onChange(listener: (online: boolean) => void): () => void
}

/** Authentication of this platform. */
export interface SignIn {
  /** The body of a silent sign-in request. */
  credential(): Promise<{ provider: 'device' } | { provider: 'wechat'; code: string; appid?: string }>
  storeToken(token: string | null): void
  /** The bearer token, or `null` if the session uses a cookie. */
  token(): string | null
}

/**
 * Opens a WebSocket to the API server and sends `greeting` first. `onClose` is called once, also when there was no
 * connection. The returned function closes the socket without calling `onClose`.
 */
export type OpenSocket = (
  path: string,
  on: { greeting: string; onMessage(text: string): void; onClose(): void },
) => () => void

/**
 * Follows the server-sent events of a path until the returned function is called. `onLive` is called with true at each message, and with
 * false when the connection is lost; where there are no such events, nothing is called.
 */
export type FollowEvents = (
  path: string,
  on: { onMessage(text: string): void; onLive(isLive: boolean): void },
) => () => void
