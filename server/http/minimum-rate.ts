import type { IncomingMessage } from 'node:http'
import type { Timeouts } from './timeouts'

/** Calls `tooSlow` when a request's connection brings fewer bytes than the pace asks for. Answers what ends the watch. */
export function enforceMinimumRate(
  { socket }: IncomingMessage,
  { bytes, every }: Timeouts['pace'],
  tooSlow: () => void,
): () => void {
  let before = socket.bytesRead
  const watch = setInterval(() => {
    const now = socket.bytesRead
    if (now - before < bytes) tooSlow()
    before = now
  }, every)
  return () => clearInterval(watch)
}
