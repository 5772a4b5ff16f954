import type { IncomingMessage } from 'node:http'
import type { Timeouts } from '../timeouts'

/** Calls `onTooSlow` when a connection receives fewer bytes than the minimum rate. Returns a function that ends the check. */
export function enforceMinimumRate(
  { socket }: IncomingMessage,
  { bytes, every }: Timeouts['minimumRate'],
  onTooSlow: () => void,
): () => void {
  let before = socket.bytesRead
  const timer = setInterval(() => {
    const now = socket.bytesRead
    if (now - before < bytes) onTooSlow()
    before = now
  }, every)
  return () => clearInterval(timer)
}
