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
  let isOver = false
  let close = () => {}
  const hold = () =>
    new Promise<void>((release) => {
      if (isOver) return release()
      const closeStream = openStream(path, on)
      close = () => {
        closeStream()
        release()
      }
    })
  locks.request(path, hold).catch(() => void hold())
  return () => {
    isOver = true
    close()
  }
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
