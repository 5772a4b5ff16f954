import { isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'
import type { Result } from './result'

const pendingIds = new Map<string, Id>()
const running = new Map<string, Promise<unknown>>()

/**
 * Sends an action with an idempotency key. The key is reused until a definite reply arrives, so a retry after a lost
 * reply repeats the same request. Concurrent calls of the same name share one request. A definite reply also ends the keys of actions whose
 * names begin with `topic`: what was sent before it is not repeated after it.
 */
export function sendOnce<T>(
  name: string,
  send: (id: Id) => Promise<Result<T>>,
  topic?: string,
): Promise<Result<T>> {
  const current = running.get(name) as Promise<Result<T>> | undefined
  if (current) return current
  const id = pendingIds.get(name) ?? newId()
  pendingIds.set(name, id)
  const reply = send(id)
    .then((result) => {
      if (result.ok || !isTransient(result.failure.code)) forgetKeys(name, topic)
      return result
    })
    .finally(() => running.delete(name))
  running.set(name, reply)
  return reply
}

/** Ends the key of an action, and those of its topic that no request uses now. */
function forgetKeys(name: string, topic: string | undefined) {
  pendingIds.delete(name)
  if (topic === undefined) return
  pendingIds.forEach((_, other) => {
    if (other.startsWith(topic) && !running.has(other)) pendingIds.delete(other)
  })
}
