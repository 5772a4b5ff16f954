import type { RouteName, RouteReply } from '@/contract/routes'
import { signIn } from '@/platform/network/sign-in'
import { addressOf, type CallInput } from './call'
import { send } from './http'
import { type Result, readReply } from './result'
import { unanswered } from './unanswered'

/** Reads once; answers `null` where nothing has changed since the last answer. */
export type Poll<T> = () => Promise<Result<T> | null>

/** Creates a poll of a GET route, which asks only for what is newer than its last reply (ETag, 304). */
export function createPoll<N extends RouteName>(name: N, input: CallInput<N>): Poll<RouteReply<N>> {
  let etag: string | undefined
  return async () => {
    try {
      const reply = await send({ ...addressOf(name, input), token: signIn.token(), etag })
      if (reply.status === 304) return null
      const result = readReply<RouteReply<N>>(reply)
      etag = result.ok ? reply.etag : undefined
      return result
    } catch (error) {
      return unanswered(error)
    }
  }
}
