import { send } from '@/api/http'
import type { RouteBody, RouteName, RouteParams, RouteQuery, RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import { signIn } from '@/platform/network/sign-in'
import { isPublicRead } from './public-reads'
import { type Result, readReply } from './result'
import { ensureSession, forgetSession } from './session'
import { toTransportFailure } from './transport-failure'

type FieldIfDeclared<K extends string, V> = [V] extends [never] ? unknown : { [P in K]: V }

/** The input of a call: the parameters, query and body that its route declares. */
export type CallInput<N extends RouteName> = FieldIfDeclared<'params', RouteParams<N>> &
  FieldIfDeclared<'body', RouteBody<N>> & { query?: RouteQuery<N> }

const fillPath = (path: string, params: Record<string, string> = {}) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

export function resolveRoute(name: string, input: { params?: unknown; query?: unknown }) {
  const [method, path] = name.split(' ') as [string, string]
  return {
    method,
    url: fillPath(path, input.params as Record<string, string>),
    ...(input.query ? { query: input.query as Record<string, unknown> } : {}),
  }
}

async function sendRequest<T>(
  name: string,
  input: { params?: unknown; body?: unknown; query?: unknown },
): Promise<Result<T>> {
  try {
    const reply = await send({
      ...resolveRoute(name, input),
      ...(input.body === undefined ? {} : { body: input.body }),
      token: signIn.token(),
    })
    return readReply<T>(reply)
  } catch (error) {
    return toTransportFailure(error)
  }
}

/**
 * True if a call is sent although sign-in failed: reads, which a cookie may authorize, and sign-in with a shop's key. If
 * sign-in got no reply at all, the call is not sent, since it would time out as well.
 */
const worksWithoutSession = (name: RouteName, { status }: Failure) =>
  (name.startsWith('GET ') || name === SIGN_IN) && status !== 0

const SIGN_IN: RouteName = 'POST /api/sessions'

/**
 * Calls a route and returns its typed reply or a failure; never throws. Signs in silently first, and again if the
 * session has expired. Public reads skip sign-in unless `as` is `signed-in`, with which owners receive more data.
 * The name decides on the route; inferring it from the type of the reply as well would be too deep for the compiler.
 */
export async function call<N extends RouteName>(
  name: N,
  input: CallInput<N>,
  as: 'anyone' | 'signed-in' = 'anyone',
): Promise<Result<NoInfer<RouteReply<N>>>> {
  if (as === 'anyone' && isPublicRead(name)) return sendRequest<RouteReply<N>>(name, input)
  const session = await ensureSession()
  if (!session.ok && !worksWithoutSession(name, session.failure)) return session
  const result = await sendRequest<RouteReply<N>>(name, input)
  if (result.ok || result.failure.code !== 'signed-out') return result
  if (!session.ok) return session
  forgetSession()
  const again = await ensureSession()
  return again.ok ? sendRequest<RouteReply<N>>(name, input) : again
}
