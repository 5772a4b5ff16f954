import type { TSchema } from '@sinclair/typebox'
import fc from 'fast-check'
import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { failures } from '@/domain/failure'
import { call, type Person, signIn } from '../support/person'
import { openShop, placed } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

const all = Object.entries(routes) as [RouteName, Route][]
const names = (fits: (route: Route) => boolean) =>
  all.filter(([, route]) => fits(route)).map(([name]) => name)
const routeOf = (name: RouteName): Route => routes[name]

let world: World
let owner: Person
let stranger: Person
let real: Record<string, string>

beforeAll(async () => {
  world = await makeWorld()
  const shop = await openShop(world)
  owner = shop.owner
  stranger = await signIn(world.app)
  const order = await placed(shop, await signIn(world.app))
  const { shopId, slug, productId, skuId } = shop
  real = { shopId, slug, productId, skuId, orderId: order.id, photoId: newId() }
})
afterAll(() => world.app.close())

/** A route's address with ids that exist. */
const addressed = (name: RouteName) => name.replace(/:([A-Za-z]+)/g, (_, part: string) => real[part] ?? '')

/** A value that a schema takes, as far as the contract's schemas need. */
function sample(schema: TSchema): unknown {
  if (schema.enum) return schema.enum[0]
  if (schema.const !== undefined) return schema.const
  if (schema.anyOf) return sample(schema.anyOf[0])
  if (schema.type === 'object')
    return Object.fromEntries(
      (schema.required ?? []).map((key: string) => [key, sample(schema.properties[key])]),
    )
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items))
  if (schema.type === 'integer') return schema.minimum ?? 0
  if (schema.type === 'boolean') return true
  return sampleText(schema)
}

function sampleText({ pattern, minLength, maxLength = 40 }: TSchema): string {
  const texts = [newId(), '13800000000', '2026-12-01', '#123456', 'woodgrain', real.slug ?? '']
  const fits =
    texts.find((text) => text.length <= maxLength && new RegExp(pattern ?? '', 'u').test(text)) ?? '字'
  return minLength && fits.length < minLength ? fits.padEnd(minLength, 'A') : fits
}

const problem = (answer: { body: string; headers: Record<string, unknown>; statusCode: number }) => {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const body = JSON.parse(answer.body)
  expect(body.status).toBe(answer.statusCode)
  expect(Object.keys(failures)).toContain(body.code)
  expect(body.title).not.toBe(body.code)
  return body
}

test('the table is not empty, and every part of it is tried below', () => {
  expect(all.length).toBeGreaterThan(20)
  expect(names((route) => route.access !== 'anyone').length).toBeGreaterThan(15)
  expect(names((route) => route.body !== undefined).length).toBeGreaterThan(7)
})

test.each(names((route) => route.access !== 'anyone'))('%s is for those who signed in', async (name) => {
  expect(problem(await call(world.app, addressed(name)))).toMatchObject({ status: 401, code: 'signed-out' })
  const wrong = await call(world.app, addressed(name), undefined, {
    authorization: `Bearer ${'A'.repeat(43)}`,
  })
  expect(problem(wrong).status).toBe(401)
})

test.each(names((route) => route.access.startsWith('owner')))(
  "%s: what is another's is not found",
  async (name) => {
    const { body } = routeOf(name)
    const answer = await stranger.call(addressed(name), body ? (sample(body) as object) : undefined)
    expect(problem(answer)).toMatchObject({ status: 404, code: 'not-found' })
  },
)

test.each(names((route) => route.body !== undefined))('%s takes what its schema says', async (name) => {
  const body = sample(routeOf(name).body as TSchema) as object
  const answer = await owner.call(addressed(name), body)
  expect(answer.statusCode).toBeLessThan(500)
  if (answer.statusCode === 400)
    expect(problem(answer).fields[0].message).not.toMatch(/^must (be|have|match|NOT)/)
})

test.each(names((route) => route.body !== undefined))(
  '%s: an unknown field is bad input, and named',
  async (name) => {
    const body = { ...(sample(routeOf(name).body as TSchema) as object), 'un/known': 1 }
    const { fields, code } = problem(await owner.call(addressed(name), body))
    expect(code).toBe('bad-input')
    expect(fields.map((field: { path: string }) => field.path)).toContain('/un~1known')
  },
)

test.each(names((route) => route.body !== undefined))(
  '%s: junk is bad input with fields, never a fault',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (junk) => {
        const answer = await owner.call(addressed(name), { junk })
        const { code, fields } = problem(answer)
        expect([answer.statusCode, code]).toEqual([400, 'bad-input'])
        expect(fields.length).toBeGreaterThan(0)
      }),
      { numRuns: 10 },
    )
  },
)

test.each(names((route) => route.body !== undefined))(
  '%s: one field of the wrong kind is found',
  async (name) => {
    const body = sample(routeOf(name).body as TSchema) as Record<string, unknown>
    for (const key of Object.keys(body)) {
      const { code, fields } = problem(await owner.call(addressed(name), { ...body, [key]: { no: null } }))
      expect([code, fields[0].path.startsWith(`/${key}`)]).toEqual(['bad-input', true])
    }
  },
)

test.each(names((route) => route.body !== undefined))('%s: bodies that cannot be read', async (name) => {
  const [method, url] = addressed(name).split(' ') as ['PUT', string]
  const send = (payload: string, type: string) =>
    world.app.inject({
      method,
      url,
      payload,
      headers: { 'content-type': type, authorization: `Bearer ${owner.token}` },
    })
  expect(problem(await send('{"a":', 'application/json')).status).toBe(400)
  expect(problem(await send('', 'application/json')).code).toBe('bad-input')
  expect(problem(await send('{"__proto__":{"a":1}}', 'application/json')).code).toBe('bad-input')
  expect(problem(await send('a=1', 'application/x-www-form-urlencoded')).status).toBe(415)
  expect(problem(await send('{}', 'text/plain')).status).toBe(415)
  expect(problem(await send(`"${'a'.repeat(70_000)}"`, 'application/json')).code).toBe('too-large')
})

test.each(all.map(([name]) => name))('%s: impossible ids are refused, not believed', async (name) => {
  if (!name.includes(':')) return
  const strange = name.replace(/:[A-Za-z]+/g, encodeURIComponent("'; drop table shop; --"))
  const answer = await owner.call(strange, routeOf(name).body ? {} : undefined)
  expect([400, 404, 415]).toContain(problem(answer).status)
})

test.each(all.map(([name]) => name))('%s: another method is 405 and says which there are', async (name) => {
  const answer = await call(world.app, addressed(name).replace(/^[A-Z]+/, 'PATCH'))
  expect(problem(answer).status).toBe(405)
  expect(String(answer.headers.allow).split(', ')).toContain(name.split(' ')[0])
})

test('an unknown address of the API is not found', async () => {
  for (const route of ['GET /api', 'GET /api/nothing', 'POST /api/shops', 'DELETE /nothing', 'GET /%zz'])
    expect([400, 404]).toContain(problem(await call(world.app, route)).status)
})
