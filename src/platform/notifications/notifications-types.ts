/**
 * The state of messages on this phone. `unsupported`: this browser cannot show them, as inside WeChat or without https. `blocked`: the
 * person has forbidden notifications, and only the browser's settings change that.
 */
export type PushState = 'unsupported' | 'blocked' | 'off' | 'on'

/** The address to which a push service delivers messages for this browser, and the keys that encrypt them. */
export interface BrowserAddress {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

/** Notifications of this browser, which come while the site is closed. */
export interface Push {
  read(): Promise<PushState>
  /** The address of this browser, if messages are on; `hash` names it to the server. */
  address(): Promise<{ address: BrowserAddress; hash: string } | undefined>
  /**
   * Turns messages on for the server of a key; call it in the handler of a tap, as the browser asks. Resolves with the new state; rejects
   * when the push service cannot be reached.
   */
  turnOn(serverKey: string): Promise<PushState>
  turnOff(): Promise<void>
}

/** The number of permitted messages, by template id. */
export type Permits = Record<string, number>

/**
 * Asks in WeChat for permission to send messages of templates, in the handler of a tap. WeChat shows its dialog once; where it remembers
 * the answer, up to `times` are collected for each. Empty when refused, or where there is no such permission.
 */
export type AskPermits = (templateIds: readonly string[], times: number) => Promise<Permits>
