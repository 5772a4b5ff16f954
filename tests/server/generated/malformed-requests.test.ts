import { gzipSync } from 'node:zlib'
import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { SEED, someOf } from '../support/some-of'
import type { ExpectedOutcome } from './check-response'
import { RequestChecker } from './request-checker'
import { writeJson } from './requests/raw-json'
import { validRequest } from './requests/valid-requests'
import { withScenario } from './scenario'
import { toWireRequest, type WireRequest } from './send-request'
import { Tally } from './status-tally'

const names = Object.keys(routes) as RouteName[]
const withBody = names.filter((name) => 'body' in routes[name])
const tally = new Tally(`bad JSON, types, headers and cookies (KZ_SEED=${SEED})`)

/** Returns a twelfth of the items, another one for each route, so that each item is sent to many routes. */
const someFor = <T>(name: RouteName, all: readonly T[]): T[] => someOf(all, 12, names.indexOf(name))

const scenario = withScenario(tally)

const rejected: ExpectedOutcome = { verdict: 'rejected', path: '' }
const schemaValid: ExpectedOutcome = { verdict: 'schema-valid' }
const accepted: ExpectedOutcome = { verdict: 'accepted' }

/** Bodies that are not acceptable JSON, made from valid JSON. */
const unreadable: Record<string, (json: string) => string | Buffer> = {
  nothing: () => '',
  'a space': () => ' ',
  'half of it': (json) => json.slice(0, json.length / 2),
  'all but the last brace': (json) => json.slice(0, -1),
  'something behind it': (json) => `${json}x`,
  'two of it': (json) => json + json,
  'a comma too many': (json) => json.replace(/}$/, ',}'),
  'single quotes': (json) => json.replaceAll('"', "'"),
  'a comment': (json) => `/* */${json}`,
  'no number': () => '{"id":NaN}',
  infinity: () => '{"id":Infinity}',
  hexadecimal: () => '{"id":0x10}',
  'a leading zero': () => '{"id":01}',
  'a plus': () => '{"id":+1}',
  'a raw line break in a text': () => '{"id":"a\nb"}',
  'a raw NUL in a text': () => '{"id":"a\u0000b"}',
  'an escape that is none': () => '{"id":"\\x41"}',
  'half an escape': () => '{"id":"\\u00"}',
  'only an opening brace': () => '{',
  'open lists without end': () => '['.repeat(60_000),
  'two bytes a character': (json) => Buffer.from(json, 'utf16le'),
  GBK: () =>
    Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xba, 0xcb, 0xcc, 0xd2]), Buffer.from('"}')]),
  'half a character of three bytes': () =>
    Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xe6, 0xa0]), Buffer.from('"}')]),
  'a character in too many bytes': () =>
    Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xc0, 0x80]), Buffer.from('"}')]),
  'a prototype': (json) => json.replace(/^{/, '{"__proto__":{"admin":true},'),
  'an escaped prototype': (json) => json.replace(/^{/, '{"\\u005f_proto__":{"admin":true},'),
  'a prototype by the constructor': (json) =>
    json.replace(/^{/, '{"constructor":{"prototype":{"admin":true}},'),
  'compressed without saying so': (json) => gzipSync(json),
}

test.each(withBody)('%s rejects bodies that are not acceptable JSON', async (name) => {
  const checker = new RequestChecker(scenario, tally)
  const wire = toWireRequest(await validRequest(name, scenario))
  for (const [why, make] of someFor(name, Object.entries(unreadable)))
    await checker.send(name, why, { ...wire, payload: make(String(wire.payload)) }, rejected)
  const large = `${String(wire.payload).slice(0, -1)}${' '.repeat(70_000)}}`
  await checker.send(name, 'too large', { ...wire, payload: large }, rejected)
  expect(checker.errors).toEqual([])
})

test.each(withBody)('%s uses the last value of a duplicate field', async (name) => {
  const checker = new RequestChecker(scenario, tally)
  const request = await validRequest(name, scenario)
  for (const [field, value] of Object.entries(request.body as object)) {
    const again = `${JSON.stringify(field)}:{"no":[]}`
    const last = writeJson(request.body).replace(/}$/, `,${again}}`)
    const path = `/${field}`
    await checker.send(
      name,
      `${field} twice`,
      { ...toWireRequest(request), payload: last },
      { verdict: 'rejected', path },
    )
    if (typeof value === 'object') continue
    const first = writeJson(request.body).replace(/^{/, `{${again},`)
    await checker.send(
      name,
      `${field} wrong first`,
      { ...toWireRequest(request), payload: first },
      schemaValid,
    )
  }
  expect(checker.errors).toEqual([])
})

const TYPES = [
  'text/plain',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/octet-stream',
  'application/merge-patch+json',
  'application/jsonp',
  'json',
  ';',
  '*/*',
  'application/json, text/plain',
  'a'.repeat(5000),
]

test.each(withBody)('%s rejects JSON under another content type', async (name) => {
  const checker = new RequestChecker(scenario, tally)
  const wire = toWireRequest(await validRequest(name, scenario))
  for (const type of someFor(name, TYPES))
    await checker.send(
      name,
      type.slice(0, 60),
      { ...wire, headers: { ...wire.headers, 'content-type': type } },
      rejected,
    )
  const { 'content-type': _, ...headers } = wire.headers
  await checker.send(name, 'no type', { ...wire, headers }, rejected)
  const { payload, ...bare } = wire
  await checker.send(name, 'no body', bare, rejected)
  expect(payload).toBeDefined()
  expect(checker.errors).toEqual([])
})

/** Headers that are odd, though requests with them are valid. */
const odd: readonly [why: string, headers: WireRequest['headers']][] = [
  ['many cookies', { cookie: Array.from({ length: 300 }, (_, i) => `c${i}=${'v'.repeat(20)}`).join('; ') }],
  ['a cookie of quotes', { cookie: 'kz_device="\'; drop table identity; --"' }],
  ['a cookie that is cut off', { cookie: 'kz_device=' }],
  ['two cookies of a name', { cookie: `kz_device=${'A'.repeat(43)}; kz_device=${'B'.repeat(43)}` }],
  ['an ETag that matches all', { 'if-none-match': '*' }],
  ['thousands of ETags', { 'if-none-match': Array(1500).fill('"a"').join() }],
  ['a range', { range: 'bytes=0-1,2-3,4-' }],
  ['unknown compression', { 'accept-encoding': 'gzip;q=0, zstd, *;q=-1, ;;;' }],
  ['a language', { 'accept-language': '*'.repeat(2000) }],
  ['another method', { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' }],
  ['another address', { 'x-original-url': '/api/me/shops', 'x-rewrite-url': '/api/me/shops' }],
  ['another sender', { 'x-forwarded-for': '203.0.113.9, 10.0.0.1', forwarded: 'for=evil' }],
  ['another version of it', { 'accept-version': '99' }],
  ['an upgrade', { connection: 'upgrade', upgrade: 'websocket' }],
  ['an invalid Accept header', { accept: 'image/avif;q=a' }],
  ['a name of a prototype', { __proto: 'a', constructor: 'b', 'x-__proto__': 'c' }],
  ['a very long header', { 'x-long': 'x'.repeat(12_000) }],
]

test.each(names.filter((name) => !('upload' in routes[name])))('%s ignores unusual headers', async (name) => {
  const checker = new RequestChecker(scenario, tally)
  for (const [why, headers] of someFor(name, odd)) {
    const wire = toWireRequest(await validRequest(name, scenario))
    await checker.send(name, why, { ...wire, headers: { ...wire.headers, ...headers } }, accepted)
  }
  expect(checker.errors).toEqual([])
})

const TOKENS = [
  '',
  'Bearer',
  'Bearer ',
  'Basic YTpi',
  `Bearer ${'A'.repeat(43)}`,
  `Bearer ${'A'.repeat(5000)}`,
  "Bearer ' or '1'='1' -- aaaaaaaaaaaaaaaaaa",
  'Bearer undefinedundefinedundefined',
  'bearer\t',
  'Bearer a,Bearer b',
]

const signedInRoutes = names.filter((name) => (routes[name] as Route).access !== 'anyone')

test.each(signedInRoutes)('%s rejects an invalid token, also beside a valid cookie', async (name) => {
  const checker = new RequestChecker(scenario, tally)
  const wire = toWireRequest(await validRequest(name, scenario))
  const cookie = `kz_device=${scenario.a.owner.cookie}`
  const tokens = [...TOKENS, scenario.a.owner.token, `Bearer ${scenario.a.owner.token}x`]
  for (const authorization of someFor(name, tokens))
    await checker.send(
      name,
      authorization,
      { ...wire, headers: { ...wire.headers, authorization, cookie } },
      rejected,
    )
  expect(checker.errors).toEqual([])
})
