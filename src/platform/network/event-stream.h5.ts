import type { FollowEvents } from './network-types'

/** A stream that the browser has given up is opened again after this time, in ms. */
const REOPEN_MS = 5000

export const followEvents: FollowEvents = (path, { onMessage, onLive }) => {
  if (typeof EventSource === 'undefined') return () => undefined
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
