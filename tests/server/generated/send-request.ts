import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { ACCEPT } from '@/domain/api-version'
import type { TestEnvironment } from '../support/test-environment'
import type { RequestParts } from './request-parts'
import { writeJson } from './requests/raw-json'

/** A request as it is sent. */
export interface WireRequest {
  method: string
  url: string
  headers: Record<string, string | string[]>
  payload?: string | Buffer
}

const TIMEOUT_MS = 20_000

/** Returns the HTTP request of a route with these parts, with a JSON body. */
export function toWireRequest({ name, sender, params, query, body }: RequestParts): WireRequest {
  const [method, path] = name.split(' ') as [string, string]
  const url = path.replace(/:([A-Za-z]+)/g, (_, part: string) => params[part] ?? '')
  const search = new URLSearchParams(query).toString()
  const auth = { accept: ACCEPT, authorization: `Bearer ${sender.token}` }
  return {
    method,
    url: search ? `${url}?${search}` : url,
    headers: body === undefined ? auth : { ...auth, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { payload: writeJson(body) }),
  }
}

/** Sends a request; throws when there is no response within 20 s. */
export async function send({ app }: TestEnvironment, wire: WireRequest): Promise<LightMyRequestResponse> {
  const hung = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer: ${wire.method} ${wire.url}`)), TIMEOUT_MS).unref()
  })
  return Promise.race([app.inject(wire as InjectOptions), hung])
}
