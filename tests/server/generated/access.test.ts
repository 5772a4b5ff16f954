import type { LightMyRequestResponse } from 'fastify'
import { type RouteName, routes } from '@/contract/routes'
import { picture } from '../support/pictures'
import { draftOf, orderFor } from '../support/shop'
import { newId } from '../support/world'
import { FORM_TYPE, filePart, formOf } from './form'
import { faultIn } from './judge'
import { strangersFinds } from './seen'
import { send, type Wire, wireOf } from './send'
import { arrive, type Stage, stateOf, withStage } from './stage'
import { Tally } from './tally'
import { validRequest, variantsOf } from './valid-requests'

/** Who calls, as seen from the shop whose things a request is about. */
const roles = ['nobody', 'stranger', 'buyer', 'other buyer', 'other owner', 'owner'] as const
type Role = (typeof roles)[number]

const OPEN = { nobody: 200, stranger: 200, buyer: 200, 'other buyer': 200, 'other owner': 200, owner: 200 }
const SIGNED_IN = { ...OPEN, nobody: 401 }
const OWNER = { nobody: 401, stranger: 404, buyer: 404, 'other buyer': 404, 'other owner': 404, owner: 200 }
const OWNER_OR_BUYER = { ...OWNER, buyer: 200 }

/** What every role gets for a right request about one shop. A new route needs its line here. */
const table: Record<string, Record<Role, number>> = {
  'GET /api/health': OPEN,
  'POST /api/sessions': OPEN,
  'DELETE /api/sessions/current': SIGNED_IN,
  'GET /api/me/shops': SIGNED_IN,
  'GET /api/me/orders': SIGNED_IN,
  'PUT /api/shops/:shopId': SIGNED_IN,
  'GET /api/shops/:shopId': OWNER,
  'PUT /api/shops/:shopId/settings': OWNER,
  'GET /api/shops/:shopId/look': OWNER,
  'GET /api/shops/:shopId/look/history/:lookVersion': OWNER,
  'PUT /api/shops/:shopId/look-draft': OWNER,
  'POST /api/shops/:shopId/look/publish': OWNER,
  'POST /api/shops/:shopId/key': OWNER,
  'POST /api/shops/:shopId/exports': OWNER,
  'DELETE /api/shops/:shopId/other-owners': OWNER,
  'GET /api/storefronts/:slug': OPEN,
  'GET /api/templates': OPEN,
  'GET /api/shops/:shopId/products': OPEN,
  'GET /api/shops/:shopId/products/:productId': OPEN,
  'PUT /api/shops/:shopId/products/:productId': OWNER,
  'DELETE /api/shops/:shopId/products/:productId': OWNER,
  'POST /api/shops/:shopId/skus/:skuId/stock': OWNER,
  'PUT /api/shops/:shopId/orders/:orderId': SIGNED_IN,
  'GET /api/shops/:shopId/orders': OWNER,
  'GET /api/shops/:shopId/orders/:orderId': OWNER_OR_BUYER,
  'POST /api/shops/:shopId/orders/:orderId/steps': OWNER_OR_BUYER,
  'GET /api/shops/:shopId/today': OWNER,
  'GET /api/photos/:photoId/seed': OWNER,
  'PUT /api/photos/:photoId': SIGNED_IN,
  'POST /api/photos/:photoId': SIGNED_IN,
}

const names = Object.keys(routes) as RouteName[]
const tally = new Tally('who may do what')

let stage: Stage
let jpeg: Buffer
withStage(tally, (made) => {
  stage = made
})
beforeAll(async () => {
  jpeg = await picture(40, 30, '#557755').jpeg().toBuffer()
})

test('every route has its line in the table, and every line its route', () => {
  expect(Object.keys(table).sort()).toEqual([...names].sort())
})

const peopleOf = ({ a, b, stranger }: Stage) => ({
  stranger,
  buyer: a.buyer,
  'other buyer': b.buyer,
  'other owner': b.owner,
  owner: a.owner,
})

/** A right request about shop a, without anybody's name on it. */
async function unsigned(name: RouteName, variant = 0): Promise<Wire> {
  const asked = await validRequest(name, stage, variant)
  if (name.endsWith('/steps')) asked.body = { id: newId(), action: 'cancel' }
  if ('upload' in routes[name]) {
    const [method, url] = name.replace(':photoId', newId()).split(' ') as [string, string]
    return { method, url, headers: { 'content-type': FORM_TYPE }, payload: formOf([filePart(jpeg)]) }
  }
  const { headers, ...wire } = wireOf(asked)
  const { authorization: _, ...rest } = headers
  return { ...wire, headers: rest }
}

/** Sends it, and looks through the answer for what this role must never see. */
async function tried(name: string, wire: Wire, role: Role): Promise<LightMyRequestResponse> {
  const answer = await send(stage.world, wire)
  tally.add(name, answer.statusCode)
  expect([name, role, strangersFinds(stage, role, answer)]).toEqual([name, role, []])
  if (answer.statusCode >= 400) expect(faultIn(answer, { verdict: 'judged' })).toBeUndefined()
  return answer
}

const signed = (wire: Wire, headers: Wire['headers']): Wire => ({
  ...wire,
  headers: { ...wire.headers, ...headers },
})
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** A signing out must not take the people of the stage away. */
async function tokenOf(name: RouteName, role: Exclude<Role, 'nobody'>): Promise<string> {
  return name === 'DELETE /api/sessions/current'
    ? (await arrive(stage.world)).token
    : peopleOf(stage)[role].token
}

describe.each(names)('%s', (name) => {
  test.each(roles)('by %s', async (role) => {
    // with a shop's key one becomes an owner, whoever one was: that is what a key is for
    const variants = name === 'POST /api/sessions' ? 2 : variantsOf(name)
    for (let variant = 0; variant < variants; variant++) {
      const wire = await unsigned(name, variant)
      const headers = role === 'nobody' ? {} : bearer(await tokenOf(name, role))
      const answer = await tried(name, signed(wire, headers), role)
      expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([table[name]?.[role], expect.anything()])
    }
  })

  const closed = table[name]?.nobody === 401

  test('by a token that was given back, one that is none, and one beside a cookie that is good', async () => {
    const gone = await arrive(stage.world)
    await gone.call('DELETE /api/sessions/current')
    const tries: [role: Role, headers: Wire['headers']][] = [
      ['nobody', bearer(gone.token)],
      ['nobody', bearer('A'.repeat(43))],
      ['nobody', { cookie: `kz_device=${gone.cookie}` }],
      ['nobody', { cookie: `kz_device=${'A'.repeat(43)}` }],
      ['owner', { ...bearer(gone.token), cookie: `kz_device=${stage.a.owner.cookie}` }],
    ]
    for (const [role, headers] of tries) {
      const wire = await unsigned(name)
      const before = await stateOf(stage.world)
      const { statusCode } = await tried(name, signed(wire, headers), role)
      if (!closed) continue
      expect([headers, statusCode]).toEqual([headers, 401])
      expect(await stateOf(stage.world)).toBe(before)
    }
  })

  test("by the owner's cookie alone: from our pages yes, from another site never", async () => {
    const own = { cookie: `kz_device=${stage.a.owner.cookie}`, host: 'shop.example' }
    const foreign = [
      'https://evil.example',
      'null',
      'http://shop.example.evil.example',
      'http://evil.example/shop.example',
      'garbage',
    ]
    for (const origin of foreign) {
      const wire = await unsigned(name)
      const before = await stateOf(stage.world)
      const { statusCode } = await tried(name, signed(wire, { ...own, origin }), 'owner')
      if (name.startsWith('GET ')) continue
      expect([origin, statusCode]).toEqual([origin, 401])
      expect(await stateOf(stage.world)).toBe(before)
    }
    if (name === 'DELETE /api/sessions/current') return
    for (const more of [{}, { origin: 'http://shop.example' }]) {
      const answer = await tried(name, signed(await unsigned(name), { ...own, ...more }), 'owner')
      expect([more, answer.statusCode]).toEqual([more, 200])
    }
  })

  if (closed)
    test('by a token that is over', async () => {
      const late = await arrive(stage.world)
      stage.world.pass(401 * 86_400_000)
      const { statusCode } = await tried(
        name,
        signed(await unsignedLater(name), bearer(late.token)),
        'nobody',
      )
      expect(statusCode).toBe(401)
      stage.world.pass(-401 * 86_400_000)
    })
})

/** While the clock is ahead nobody of the stage can sign, so only the address matters. */
async function unsignedLater(name: RouteName): Promise<Wire> {
  const [method, url] = name.replace(/:[A-Za-z]+/g, newId()).split(' ') as [string, string]
  return { method, url, headers: {} }
}

describe("another's things under one's own", () => {
  const as = (who: { token: string }, route: string, body?: object): Wire => {
    const [method, url] = route.split(' ') as [string, string]
    const json = body === undefined ? {} : { payload: JSON.stringify(body) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    return { method, url, headers: { ...bearer(who.token), ...type }, ...json }
  }

  /** Requests of shop a's owner, who names things of shop b; then of people who name what is not theirs. */
  const crossed = ({ a, b, stranger }: Stage): [role: Role, wire: Wire][] => {
    const [mine, theirs] = [`/api/shops/${a.shop.shopId}`, `/api/shops/${b.shop.shopId}`]
    const step = { id: newId(), action: 'cancel' }
    const product = { version: 1, ...draftOf() }
    return [
      ['owner', as(a.owner, `GET ${mine}/orders/${b.order.id}`)],
      ['owner', as(a.owner, `POST ${mine}/orders/${b.order.id}/steps`, step)],
      ['owner', as(a.owner, `GET ${theirs}/orders/${b.order.id}`)],
      ['owner', as(a.owner, `GET ${theirs}/orders/${a.order.id}`)],
      ['owner', as(a.owner, `POST ${mine}/skus/${b.shop.skuId}/stock`, { id: newId(), delta: 1 })],
      ['owner', as(a.owner, `PUT ${mine}/products/${b.shop.productId}`, product)],
      ['owner', as(a.owner, `GET ${mine}/products/${b.shop.productId}`)],
      ['owner', as(a.owner, `GET ${theirs}/products/${b.hiddenId}`)],
      ['owner', as(a.owner, `PUT ${theirs}`, b.shop.request)],
      ['buyer', as(a.buyer, `GET ${mine}/orders/${newId()}`)],
      ['buyer', as(a.buyer, `GET ${mine}/products/${a.hiddenId}`)],
      ['buyer', as(a.buyer, `GET ${theirs}/orders/${b.order.id}`)],
      ['buyer', as(a.buyer, `POST ${theirs}/orders/${b.order.id}/steps`, step)],
      ['other buyer', as(b.buyer, `PUT ${mine}/orders/${a.order.id}`, orderFor(a.shop))],
      ['stranger', as(stranger, `PUT ${mine}/orders/${a.order.id}`, orderFor(a.shop))],
      ['stranger', as(stranger, `PUT ${mine}`, a.shop.request)],
      ['stranger', as(stranger, `GET ${mine}/products/${a.hiddenId}`)],
    ]
  }

  test('does not exist, and stays as it is', async () => {
    const before = await stateOf(stage.world)
    for (const [role, wire] of crossed(stage)) {
      const answer = await tried('crossed', wire, role)
      expect([wire.method, wire.url, answer.statusCode]).toEqual([wire.method, wire.url, 404])
    }
    expect(await stateOf(stage.world)).toBe(before)
  })

  test("is not removed by its owner's namesake: a product of another shop", async () => {
    const { a, b } = stage
    await tried(
      'crossed',
      as(a.owner, `DELETE /api/shops/${a.shop.shopId}/products/${b.shop.productId}`),
      'owner',
    )
    const kept = await tried(
      'crossed',
      as(a.buyer, `GET /api/shops/${b.shop.shopId}/products/${b.shop.productId}`),
      'buyer',
    )
    expect(kept.statusCode).toBe(200)
  })

  test("another's photo cannot be sent anew", async () => {
    const payload = formOf([filePart(jpeg)])
    for (const method of ['PUT', 'POST']) {
      const url = `/api/photos/${stage.b.photoId}`
      const headers = { ...bearer(stage.a.owner.token), 'content-type': FORM_TYPE }
      expect((await tried('crossed', { method, url, headers, payload }, 'owner')).statusCode).toBe(404)
    }
  })

  test("lists hold one's own and nothing else", async () => {
    const { a, stranger } = stage
    const listOf = async (who: { token: string }, route: string, role: Role) =>
      (await tried('lists', as(who, route), role)).json<{ items: { id: string; shopId?: string }[] }>().items
    expect(await listOf(stranger, 'GET /api/me/orders', 'stranger')).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ id: a.order.id })]),
    )
    const shops = await listOf(a.owner, 'GET /api/me/shops', 'owner')
    expect(shops.map((shop) => shop.id)).toContain(a.shop.shopId)
    expect(shops.map((shop) => shop.id)).not.toContain(stage.b.shop.shopId)
    const orders = await listOf(a.owner, `GET /api/shops/${a.shop.shopId}/orders?limit=100`, 'owner')
    expect(new Set(orders.map((order) => order.shopId))).toEqual(new Set([a.shop.shopId]))
  })
})
