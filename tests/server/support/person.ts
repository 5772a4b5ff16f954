import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

type Method = NonNullable<InjectOptions['method']>

/** Someone with a phone: calls the API by token. */
export interface Person {
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

export const asPerson = (app: FastifyInstance, token: string, accountId: string): Person => ({
  token,
  accountId,
  call: (route, body, headers = {}) =>
    call(app, route, body, { authorization: `Bearer ${token}`, ...headers }),
})

/** A new account on a new device. */
export async function signIn(app: FastifyInstance): Promise<Person> {
  const answer = await call(app, 'POST /api/sessions', { provider: 'device' })
  const { token, accountId } = answer.json<{ token: string; accountId: string }>()
  return asPerson(app, token, accountId)
}

/** The value of the device cookie that an answer sets. */
export const cookieOf = (answer: LightMyRequestResponse): string | undefined =>
  answer.cookies.find((cookie) => cookie.name === 'kz_device')?.value
