import path from 'node:path'
import { WebSocket } from 'ws'
import { type RouteName, routes } from '@/contract/routes'
import { photoPath } from '@/domain/photo'
import { openSqlite } from '../../../server/db/sqlite'
import { saveStaff } from '../../../server/modules/centres/store'
import type { ApiClient } from '../support/api-client'
import { signInStaff, TOWN } from '../support/centre'
import { createDemoEnvironment, type DemoEnvironment, openDemo } from '../support/demo-worlds'
import { grantWechatPay } from '../support/payments'
import { createUploadBody, picture } from '../support/pictures'
import { readAllRows } from '../support/read-all-rows'
import { SiteVisitor } from '../support/site-visitor'
import { someOf } from '../support/some-of'
import { gatewayCalls, payments, wechat } from '../support/spied-gateways'
import { newId } from '../support/test-environment'
import { orderFor, productDraft } from '../support/test-shop'
import { snapshotOfWorld } from '../support/world-snapshot'

/** One world with a seller and a buyer who did everything in it. */
interface Party {
  name: string
  origins: { seller: string; buyer: string }
  seller: SiteVisitor
  buyer: SiteVisitor
  /** A token of the seller, as mini-programs have it. */
  token: string
  shopId: string
  slug: string
  key: string
  orderId: string
  photo: string
  lessonId: string
  invitation: string
  snapshot(): Promise<string>
}

let demo: DemoEnvironment
let trainers: ApiClient[]
let parties: Party[]

const snapshotOfReal = async (): Promise<string> =>
  JSON.stringify([await readAllRows(demo.real.deps.db), demo.real.blobs.names()])

async function sendPhoto(visitor: SiteVisitor, color: string): Promise<{ id: string; hash: string }> {
  const id = newId()
  const { payload, headers } = createUploadBody(await picture(40, 30, color).jpeg().toBuffer())
  const reply = await fetch(`${visitor.origin}/api/photos/${id}`, {
    method: 'PUT',
    body: new Uint8Array(payload),
    headers: { ...headers, cookie: visitor.cookieHeader(), origin: visitor.origin },
  })
  expect(reply.status).toBe(200)
  return { id, hash: ((await reply.json()) as { hash: string }).hash }
}

/** Opens a shop with a photo, orders in it and opens a lesson. */
async function live(
  name: string,
  origins: Party['origins'],
  color: string,
  makeTrainer: (accountId: string) => Promise<unknown>,
): Promise<Omit<Party, 'snapshot'>> {
  const seller = await new SiteVisitor(origins.seller).signIn()
  const buyer = await new SiteVisitor(origins.buyer).signIn()
  const session = await fetch(`${origins.seller}/api/sessions`, {
    method: 'POST',
    body: JSON.stringify({ provider: 'device' }),
    headers: { 'content-type': 'application/json' },
  })
  const { token, accountId } = (await session.json()) as { token: string; accountId: string }
  await makeTrainer(accountId)
  const photo = await sendPhoto(seller, color)
  const [shopId, skuId, orderId, lessonId] = [newId(), newId(), newId(), newId()]
  const product = { id: newId(), ...productDraft(skuId), photos: [photo.id] }
  const opened = await seller.read<{ slug: string; key: string }>(`PUT /api/shops/${shopId}`, {
    ...{ trade: 'nuts', products: [product], name },
  })
  const order = orderFor({ skuId } as Parameters<typeof orderFor>[0])
  await buyer.read(`PUT /api/shops/${shopId}/orders/${orderId}`, order)
  const byToken = async <T>(route: string, body: object) => {
    const [method = '', url = ''] = route.split(' ')
    const reply = await fetch(origins.seller + url, {
      ...{ method, body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    })
    if (!reply.ok) throw new Error(`${route}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as T
  }
  await byToken(`PUT /api/centres/${TOWN}/lessons/${lessonId}`, { kind: 'practice' })
  const { code } = await byToken<{ code: string }>(`PUT /api/centres/${TOWN}/invitations/${newId()}`, {
    ...{ role: 'trainer', name: '学员一' },
  })
  return {
    ...{ name, origins, seller, buyer, token, shopId, orderId, lessonId, invitation: code },
    ...{ slug: opened.slug, key: opened.key, photo: photo.hash },
  }
}

const staffOf = (accountId: string) => ({
  ...{ id: newId(), centre: TOWN, account_id: accountId, role: 'keeper', name: '站长', since: 0 },
})

beforeAll(async () => {
  demo = await createDemoEnvironment({ wechat, payments })
  trainers = [await signInStaff(demo.real, TOWN, 'trainer'), await signInStaff(demo.real, TOWN, 'trainer')]
})
afterAll(() => demo.close())

/** Adds staff to a world's own database. */
async function addKeeper(folder: string, accountId: string): Promise<void> {
  const db = await openSqlite(path.join(folder, 'live/kaizhang.db'))
  await db.withTx((tx) => saveStaff(tx, { ...staffOf(accountId), role: 'keeper' }))
  await db.close()
}

describe('demo world', () => {
  it('leaves the real world and other demo worlds unchanged by every action in it', async () => {
    const worlds = []
    for (const trainer of trainers) worlds.push(await openDemo(trainer))
    const folders = trainers.map(({ accountId }) => path.join(demo.folder, accountId))
    const real = await live('真的店', { seller: demo.origin, buyer: demo.origin }, '#7a4a20', (accountId) =>
      demo.real.deps.db.withTx((tx) => saveStaff(tx, { ...staffOf(accountId), role: 'keeper' })),
    )
    parties = [{ ...real, snapshot: snapshotOfReal }]
    gatewayCalls.length = 0
    for (const [index, world] of worlds.entries()) {
      const folder = folders[index] ?? ''
      const before = await Promise.all(parties.map(({ snapshot }) => snapshot()))
      const color = index === 0 ? '#204a7a' : '#207a4a'
      const party = await live(`演示的店${index}`, world.here, color, (accountId) =>
        addKeeper(folder, accountId),
      )
      expect(await Promise.all(parties.map(({ snapshot }) => snapshot()))).toEqual(before)
      parties.push({ ...party, snapshot: () => snapshotOfWorld(folder) })
    }
    expect(gatewayCalls).toEqual([])
  })

  it('is left unchanged by every action in the real world', async () => {
    const [, ...worlds] = parties
    const before = await Promise.all(worlds.map(({ snapshot }) => snapshot()))
    await live('另一家真的店', { seller: demo.origin, buyer: demo.origin }, '#aa3311', (accountId) =>
      demo.real.deps.db.withTx((tx) => saveStaff(tx, { ...staffOf(accountId), role: 'keeper' })),
    )
    expect(await Promise.all(worlds.map(({ snapshot }) => snapshot()))).toEqual(before)
  })

  it('takes online payments at its own simulators, and the real world only at its gateways', async () => {
    const [real, world] = parties
    if (!real || !world) throw new Error('there are no worlds')
    await grantWechatPay(demo.real, real.shopId)
    const pay = async ({ shopId, buyer }: Party, slug: string) => {
      const { products } = await buyer.read<{ products: { skus: { id: string; price: number }[] }[] }>(
        `GET /api/storefronts/${slug}`,
      )
      const sku = products[0]?.skus[0]
      const orderId = newId()
      const url = `/api/shops/${shopId}/orders/${orderId}`
      await buyer.read(`PUT ${url}`, {
        ...orderFor({ skuId: sku?.id } as Parameters<typeof orderFor>[0]),
        ...{ payment: { method: 'wechat' }, fulfilment: { kind: 'pickup' }, seenTotal: sku?.price },
      })
      return buyer.read<{ till?: { kind: string; url: string } }>(`PUT ${url}/payments/${newId()}`, {
        place: 'browser',
      })
    }
    const untouched = await world.snapshot()
    gatewayCalls.length = 0
    await pay(real, real.slug)
    expect(gatewayCalls).toContain('prepare')
    expect(await world.snapshot()).toBe(untouched)
    const before = await real.snapshot()
    gatewayCalls.length = 0
    // the seeded shop has been granted WeChat Pay
    const sample = (await demo.worlds.find(trainers[0]?.accountId ?? ''))?.shop?.slug ?? ''
    const { shop } = await world.buyer.read<{ shop: { id: string } }>(`GET /api/storefronts/${sample}`)
    const begun = await pay({ ...world, shopId: shop.id }, sample)
    expect(begun.till).toMatchObject({ kind: 'redirect', url: expect.stringMatching(/^\/simulator\/till\?/) })
    expect(gatewayCalls).toEqual([])
    expect(await real.snapshot()).toBe(before)
  })
})

describe('credential of one world', () => {
  const names = Object.keys(routes) as RouteName[]
  const guarded = names.filter((name) => routes[name].access !== 'anyone')

  /** A route with the ids of a party in its path. */
  const routeIn = ({ shopId, orderId, lessonId, slug }: Party, name: RouteName) => {
    const ids: Record<string, string> = { shopId, orderId, lessonId, slug, centre: TOWN, month: '2026-11' }
    return name.replace(/:([A-Za-z]+)/g, (_, part: string) => ids[part] ?? newId())
  }

  const pairs = () =>
    parties.flatMap((from) => parties.filter((to) => to !== from).map((to) => ({ from, to })))

  const send = (to: Party, route: string, headers: Record<string, string>, body: object = {}) => {
    const [method = '', url = ''] = route.split(' ')
    const hasBody = method !== 'GET' && method !== 'DELETE'
    return fetch(to.origins.seller + url, {
      ...{ method, headers: { ...headers, ...(hasBody ? { 'content-type': 'application/json' } : {}) } },
      ...(hasBody ? { body: JSON.stringify(body) } : {}),
    })
  }

  /** Sends something to one world and expects all worlds to stay as they are. */
  async function expectNothing(work: () => Promise<void>) {
    const before = await Promise.all(parties.map(({ snapshot }) => snapshot()))
    gatewayCalls.length = 0
    await work()
    expect(await Promise.all(parties.map(({ snapshot }) => snapshot()))).toEqual(before)
    expect(gatewayCalls).toEqual([])
  }

  it('gets 401 in another world by token on every guarded route', () =>
    expectNothing(async () => {
      for (const [at, { from, to }] of pairs().entries())
        for (const name of someOf(guarded, 4, at)) {
          const reply = await send(to, routeIn(to, name), { authorization: `Bearer ${from.token}` })
          expect([from.name, to.name, name, reply.status]).toEqual([from.name, to.name, name, 401])
        }
    }))

  it('gets 401 in another world by cookie, whatever its name, on every guarded route', () =>
    expectNothing(async () => {
      for (const [at, { from, to }] of pairs().entries()) {
        const [secret = ''] = from.seller.cookies.values()
        const cookies = [
          from.seller.cookieHeader(),
          ...[...to.seller.cookies.keys()].map((name) => `${name}=${secret}`),
        ]
        for (const cookie of cookies)
          for (const name of someOf(guarded, 4, at)) {
            const reply = await send(to, routeIn(to, name), { cookie, origin: to.origins.seller })
            expect([from.name, to.name, name, reply.status]).toEqual([from.name, to.name, name, 401])
          }
      }
    }))

  it('opens nothing in another world: shops, photos, keys, invitations, numbers and tickets', () =>
    expectNothing(async () => {
      for (const { from, to } of pairs()) {
        const status = async (route: string, body?: object) =>
          (await send(to, route, { authorization: `Bearer ${to.token}` }, body)).status
        expect(await status(`GET /api/storefronts/${from.slug}`)).toBe(404)
        expect(await status(`GET ${photoPath(from.photo, 375)}`)).toBe(404)
        expect(await status(`GET /api/shops/${from.shopId}/orders/${from.orderId}`)).toBe(404)
        expect(await status(`GET /api/lessons/${from.lessonId}/board`)).toBe(404)
        expect(await status('POST /api/sessions', { provider: 'key', key: from.key })).toBe(403)
        expect(await status('POST /api/me/roles', { code: from.invitation })).toBe(403)
      }
    }))

  it('opens no socket of another world', async () => {
    for (const { from, to } of pairs()) {
      const reply = await send(
        from,
        `POST /api/lessons/${from.lessonId}/tickets`,
        { authorization: `Bearer ${from.token}` },
        { id: newId() },
      )
      const { ticket } = (await reply.json()) as { ticket: string }
      const before = await to.snapshot()
      const socket = new WebSocket(`${to.origins.seller.replace('http', 'ws')}/api/lesson-socket`)
      const code = new Promise<number>((resolve) => socket.on('close', resolve))
      socket.on('open', () => socket.send(ticket))
      expect([from.name, to.name, await code]).toEqual([from.name, to.name, 4401])
      expect(await to.snapshot()).toBe(before)
    }
  })

  it('is sent under a name with the port, so that browsers separate the worlds of one machine', () => {
    const sellers = parties.map(({ seller }) => [...seller.cookies.keys()])
    const buyers = parties.slice(1).map(({ buyer }) => [...buyer.cookies.keys()])
    const all = [...sellers, ...buyers].flat()
    expect(new Set(all).size).toBe(all.length)
    expect(sellers[0]).toEqual(['kz_device'])
  })
})
