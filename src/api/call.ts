import { send } from '@/api/http'
import type { RouteBody, RouteName, RouteParams, RouteQuery, RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import { signIn } from '@/platform/network/sign-in'
import { isPublicRead } from './public-reads'
import { type Result, readReply } from './result'
import { ensureSession, forgetSession } from './session'
import { unanswered } from './unanswered'

type Given<K extends string, V> = [V] extends [never] ? unknown : { [P in K]: V }

/** What a call needs: the parameters, query and body that its route declares, and no others. */
export type CallInput<N extends RouteName> = Given<'params', RouteParams<N>> &
  Given<'body', RouteBody<N>> & { query?: RouteQuery<N> }

const fill = (path: string, params: Record<string, string> = {}) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

/** The method, address and query of a call. */
export function addressOf(name: string, input: { params?: unknown; query?: unknown }) {
  const [method, path] = name.split(' ') as [string, string]
  return {
    method,
    url: fill(path, input.params as Record<string, string>),
    ...(input.query ? { query: input.query as Record<string, unknown> } : {}),
  }
}

async function once<T>(
  name: string,
  input: { params?: unknown; body?: unknown; query?: unknown },
): Promise<Result<T>> {
  try {
    const reply = await send({
      ...addressOf(name, input),
      ...(input.body === undefined ? {} : { body: input.body }),
      token: signIn.token(),
    })
    return readReply<T>(reply)
  } catch (error) {
    return unanswered(error)
  }
}

/**
 * A read goes on when the server would sign nobody in, as a cookie may speak for it, and so does the use of a shop's key;
 * without any answer they would only wait twice.
 */
const goesOnWithout = (name: RouteName, { status }: Failure) =>
  (name.startsWith('GET ') || name === SIGN_IN) && status !== 0

const SIGN_IN: RouteName = 'POST /api/sessions'

/**
 * Calls a route of the table and answers its typed reply or a failure; never throws. Signs in silently first, and
 * once more when the session turned out to be over. A public read neither waits for a session nor needs one, unless it
 * asks as `signed-in`: owners see more.
 */
export async function call<N extends RouteName>(
  name: N,
  input: CallInput<N>,
  as: 'anyone' | 'signed-in' = 'anyone',
): Promise<Result<RouteReply<N>>> {
  if (as === 'anyone' && isPublicRead(name)) return once<RouteReply<N>>(name, input)
  const session = await ensureSession()
  if (!session.ok && !goesOnWithout(name, session.failure)) return session
  const result = await once<RouteReply<N>>(name, input)
  if (result.ok || result.failure.code !== 'signed-out') return result
  if (!session.ok) return session
  forgetSession()
  const again = await ensureSession()
  return again.ok ? once<RouteReply<N>>(name, input) : again
}
