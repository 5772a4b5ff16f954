import { isTransient } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'
import type { Result } from './result'

const unanswered = new Map<string, Id>()
const running = new Map<string, Promise<unknown>>()

/**
 * Sends an action that carries an id. It keeps its id until it is answered, so a retry after a lost reply is the same
 * request and never doubles; asking for it again while it runs waits for the same answer.
 */
export function sendOnce<T>(what: string, send: (id: Id) => Promise<Result<T>>): Promise<Result<T>> {
  const known = running.get(what) as Promise<Result<T>> | undefined
  if (known) return known
  const id = unanswered.get(what) ?? newId()
  unanswered.set(what, id)
  const answer = send(id)
    .then((result) => {
      if (result.ok || !isTransient(result.failure.code)) unanswered.delete(what)
      return result
    })
    .finally(() => running.delete(what))
  running.set(what, answer)
  return answer
}
