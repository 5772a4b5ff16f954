import type { RouteName, RouteReply } from '@/contract/routes'
import { signIn } from '@/platform/network/sign-in'
import { type CallInput, resolveRoute } from './call'
import { send } from './http'
import { type Result, readReply } from './result'
import { toTransportFailure } from './transport-failure'

/** Reads once; returns `null` if nothing has changed since the last reply. */
export type Poll<T> = () => Promise<Result<T> | null>

/** Creates a poll of a GET route with conditional requests (ETag, 304). */
export function createPoll<N extends RouteName>(name: N, input: CallInput<N>): Poll<RouteReply<N>> {
  let etag: string | undefined
  return async () => {
    try {
      const reply = await send({ ...resolveRoute(name, input), token: signIn.token(), etag })
      if (reply.status === 304) return null
      const result = readReply<RouteReply<N>>(reply)
      etag = result.ok ? reply.etag : undefined
      return result
    } catch (error) {
      return toTransportFailure(error)
    }
  }
}
