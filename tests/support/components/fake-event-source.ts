/** The event streams that were opened, which tests control in the server's place. */
export const fakeEventSources: FakeEventSource[] = []

export class FakeEventSource {
  static readonly CLOSED = 2
  onmessage: ((event: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  readyState = 0

  constructor(readonly url: string) {
    fakeEventSources.push(this)
  }

  close() {
    this.readyState = FakeEventSource.CLOSED
  }

  /** The server sends a message. */
  bring(message: unknown) {
    if (this.readyState !== FakeEventSource.CLOSED) this.onmessage?.({ data: JSON.stringify(message) })
  }

  /** The connection is lost; a browser gives it up after an error reply. */
  lose({ isGivenUp }: { isGivenUp: boolean }) {
    if (isGivenUp) this.close()
    this.onerror?.()
  }
}

/** Replaces the browser's EventSource, with no stream open. */
export function installFakeEventSource() {
  fakeEventSources.length = 0
  Object.defineProperty(globalThis, 'EventSource', { configurable: true, value: FakeEventSource })
}

export const removeFakeEventSource = () => Reflect.deleteProperty(globalThis, 'EventSource')
