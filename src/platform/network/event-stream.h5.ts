import type { FollowEvents } from './network-types'

/** A stream that the browser has given up is opened again after this time, in ms. */
const REOPEN_MS = 5000

/**
 * Of several tabs one has the stream; the next one opens it when that one is closed. Over HTTP/1.1 a browser has six connections to a server
 * for all its tabs, and each stream takes one. Locks exist on secure pages only; without them every tab has a stream.
 */
export const followEvents: FollowEvents = (path, on) => {
  if (typeof EventSource === 'undefined') return () => undefined
  const { locks } = navigator
  if (!locks) return openStream(path, on)
  const end = new AbortController()
  const untilEnd = () =>
    new Promise<void>((resolve) => {
      const close = openStream(path, on)
      end.signal.addEventListener('abort', () => {
        close()
        resolve()
      })
    })
  locks.request(path, { signal: end.signal }, untilEnd).catch(() => {
    if (!end.signal.aborted) void untilEnd()
  })
  return () => end.abort()
}

const openStream: FollowEvents = (path, { onMessage, onLive }) => {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout>
  const open = () => {
    source = new EventSource(path)
    source.onmessage = ({ data }) => {
      onLive(true)
      onMessage(String(data))
    }
    // the browser connects again by itself after lost connections, but not after error replies
    source.onerror = () => {
      onLive(false)
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, REOPEN_MS)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
