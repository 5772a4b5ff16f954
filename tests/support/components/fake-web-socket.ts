/** The sockets that were opened, which tests control in the server's place. */
export const fakeSockets: FakeWebSocket[] = []

export class FakeWebSocket {
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  readonly sent: string[] = []
  isClosed = false

  constructor(readonly url: string) {
    fakeSockets.push(this)
  }

  send(text: string) {
    this.sent.push(text)
  }

  close() {
    this.isClosed = true
  }

  /** The server accepts the connection. */
  accept() {
    this.onopen?.()
  }

  /** The server sends a message, which a closed socket ignores as browsers do. */
  bring(message: unknown) {
    if (!this.isClosed) this.onmessage?.({ data: JSON.stringify(message) })
  }

  /** The connection is lost. */
  lose() {
    this.onclose?.()
  }
}

/** Replaces the browser's WebSocket, with no socket open. */
export function installFakeWebSocket() {
  fakeSockets.length = 0
  Object.defineProperty(globalThis, 'WebSocket', { configurable: true, value: FakeWebSocket })
}
