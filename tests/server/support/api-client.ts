import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { ACCEPT } from '@/domain/api-version'
import { perTest } from '../../support/per-test'

type Method = NonNullable<InjectOptions['method']>

/** An account that calls the API with its token. */
export interface ApiClient {
  token: string
  accountId: string
  call(route: string, body?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>
}

/** Calls a route given as `'GET /api/…'`. */
export function call(
  app: FastifyInstance,
  route: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  const [method, url] = route.split(' ') as [Method, string]
  return app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) })
}

export const createApiClient = (app: FastifyInstance, token: string, accountId: string): ApiClient => ({
  token,
  accountId,
  call: (route, body, headers = {}) =>
    call(app, route, body, { accept: ACCEPT, authorization: `Bearer ${token}`, ...headers }),
})

/** Returns the body of a reply. @throws Error with the body of a reply that is not 200. */
export async function answered<T>(reply: Promise<LightMyRequestResponse>): Promise<T> {
  const { statusCode, body } = await reply
  if (statusCode !== 200) throw new Error(body)
  return JSON.parse(body) as T
}

/** Signs in a new account on a new device. */
export async function signIn(app: FastifyInstance): Promise<ApiClient> {
  const answer = await call(app, 'POST /api/sessions', { provider: 'device' })
  const { token, accountId } = answer.json<{ token: string; accountId: string }>()
  return createApiClient(app, token, accountId)
}

/** Signs in a new account for each test. */
export const signInPerTest = (env: { app: FastifyInstance }): ApiClient => perTest(() => signIn(env.app))

/** Returns the value of the device cookie that a response sets. */
export const deviceCookieOf = (answer: LightMyRequestResponse): string | undefined =>
  answer.cookies.find((cookie) => cookie.name === 'kz_device')?.value
