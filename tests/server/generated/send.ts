import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { World } from '../support/world'
import { writeJson } from './raw-json'
import type { Asked } from './valid-requests'

/** A request as it goes over the wire. */
export interface Wire {
  method: string
  url: string
  headers: Record<string, string | string[]>
  payload?: string | Buffer
}

const HANGS_MS = 20_000

/** The request of a route with these parts, as JSON. */
export function wireOf({ name, who, params, query, body }: Asked): Wire {
  const [method, path] = name.split(' ') as [string, string]
  const url = path.replace(/:([A-Za-z]+)/g, (_, part: string) => params[part] ?? '')
  const search = new URLSearchParams(query).toString()
  const auth = { authorization: `Bearer ${who.token}` }
  return {
    method,
    url: search ? `${url}?${search}` : url,
    headers: body === undefined ? auth : { ...auth, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { payload: writeJson(body) }),
  }
}

/** Sends it; throws when no answer comes. */
export async function send({ app }: World, wire: Wire): Promise<LightMyRequestResponse> {
  const hung = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer: ${wire.method} ${wire.url}`)), HANGS_MS).unref()
  })
  return Promise.race([app.inject(wire as InjectOptions), hung])
}
