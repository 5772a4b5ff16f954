import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Order } from '@/domain/order'
import { folderBlobs } from '../../../server/blobs/folder-blobs'
import { setBlocked } from '../../../server/operator/block-shop'
import { listShops, shopTable } from '../../../server/operator/list-shops'
import { newKey } from '../../../server/operator/new-key'
import { removeShop } from '../../../server/operator/remove-shop'
import { SetupError } from '../../../server/setup-error'
import { testPlace } from '../support/database'
import { call, signIn } from '../support/person'
import { picture } from '../support/pictures'
import { everyRow } from '../support/rows'
import { sendPhoto } from '../support/send-photo'
import { draftOf, type OpenedShop, openShop, orderFor, placed } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A running server, and beside it a command on the same database and files. */
async function besideServer(lines: string[] = []) {
  const { place, remove } = await testPlace()
  undo.push(remove)
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-operator-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const blobs = folderBlobs(path.join(folder, 'photos'))
  const stream = { write: (line: string) => void lines.push(line) }
  const server = await makeWorld({ place, blobs, logging: { level: 'warn', stream } })
  undo.push(() => server.app.close())
  const command = await makeWorld({ place, blobs })
  undo.push(() => command.app.close())
  return { server, command, folder }
}

async function withPhoto(world: World, { owner, shopId }: OpenedShop, colour: string) {
  const photoId = newId()
  const bytes = await picture(60, 60, colour).jpeg().toBuffer()
  expect((await sendPhoto(world.app, owner, photoId, bytes)).statusCode).toBe(200)
  const draft = { version: 0, ...draftOf(), photos: [photoId] }
  expect((await owner.call(`PUT /api/shops/${shopId}/products/${newId()}`, draft)).statusCode).toBe(200)
}

const storefront = (world: World, { slug }: OpenedShop) => call(world.app, `GET /api/storefronts/${slug}`)
const actions = async (world: World) =>
  (
    await world.deps.db.query.selectFrom('operator_log').selectAll().orderBy('at').orderBy('id').execute()
  ).map(({ action, slug, reason }) => ({ action, slug, reason }))

describe('listShops', () => {
  it('finds shops by name, slug or phone, with their size and last order', async () => {
    const { server, command } = await besideServer()
    const one = await openShop(server, { request: { name: '核桃 100% 老店', phone: '13900000001' } })
    server.pass(1000)
    const two = await openShop(server, { request: { name: 'Tea House' } })
    await withPhoto(server, one, '#102030')
    const order = await placed(one, await signIn(server.app))
    const { query } = command.deps.db
    expect((await listShops(query)).map(({ slug }) => slug)).toEqual([one.slug, two.slug])
    for (const search of ['老店', '0% 老', one.slug.slice(1, 7), '3900000001'])
      expect((await listShops(query, search)).map(({ slug }) => slug)).toEqual([one.slug])
    expect((await listShops(query, 'tea h')).map(({ slug }) => slug)).toEqual([two.slug])
    expect(await listShops(query, '_')).toEqual([])
    const [listed] = await listShops(query, '老店')
    const { bytes } = await query.selectFrom('photo').select('bytes').executeTakeFirstOrThrow()
    expect(listed).toMatchObject({
      products: 2,
      bytes,
      orders: 1,
      lastOrderAt: order.createdAt,
      blockedAt: null,
    })
    expect(shopTable(await listShops(query))).toContain(`${one.slug}  2026-11-25  2`)
  })
})

describe('setBlocked', () => {
  it('hides a shop from buyers at once and lets its owner and the buyers of before read', async () => {
    const lines: string[] = []
    const { server, command } = await besideServer(lines)
    const shop = await openShop(server, { request: { phone: '13900000001' } })
    const buyer = await signIn(server.app)
    const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
    const order = (await buyer.call(route, orderFor(shop))).json<Order>()
    expect((await storefront(server, shop)).statusCode).toBe(200)
    const blocking = { slug: shop.slug, isBlocked: true, reason: 'sells what is not hers' }
    await setBlocked(command.deps, blocking)

    expect((await storefront(server, shop)).statusCode).toBe(404)
    for (const hidden of [`/s/${shop.slug}/share.jpg`, `/api/shops/${shop.shopId}/products`])
      expect((await call(server.app, `GET ${hidden}`)).statusCode).toBe(404)
    const product = `GET /api/shops/${shop.shopId}/products/${shop.productId}`
    expect((await call(server.app, product)).statusCode).toBe(404)
    expect((await shop.owner.call(product)).statusCode).toBe(200)
    const more = await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
    expect(more.statusCode).toBe(404)

    // the order of before, sent again or read, with the phone of the shop
    expect((await buyer.call(route, orderFor(shop))).json()).toEqual(order)
    const read = await buyer.call(`GET /api/shops/${shop.shopId}/orders/${order.id}`)
    expect(read.json()).toMatchObject({ order: { id: order.id }, shop: { phone: '13900000001' } })
    const today = await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)
    expect(today.json()).toMatchObject({ blocked: true, waiting: 1 })

    await server.app.worker.runDue()
    expect(lines.filter((line) => line.includes('sells what is not hers'))).toHaveLength(1)
    await expect(setBlocked(command.deps, blocking)).rejects.toThrow(SetupError)

    await setBlocked(command.deps, { ...blocking, isBlocked: false, reason: undefined })
    expect((await storefront(server, shop)).statusCode).toBe(200)
    await placed(shop, buyer)
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json()).not.toHaveProperty(
      'blocked',
    )
    expect((await actions(command)).map(({ action }) => action).sort()).toEqual(['block', 'unblock'])
  })
})

describe('newKey', () => {
  it('ends the keys of before, works once, and is logged with its reason', async () => {
    const { server, command } = await besideServer()
    const shop = await openShop(server)
    const { key } = await newKey(command.deps, {
      slug: shop.slug,
      reason: 'lost phone and key, came in person',
    })
    const person = await signIn(server.app)
    const restore = (typed: string) => person.call('POST /api/sessions', { provider: 'key', key: typed })
    expect((await restore(shop.key)).json()).toMatchObject({ code: 'key-used' })
    expect((await restore(key)).json()).toMatchObject({ restored: { slug: shop.slug } })
    expect((await restore(key)).statusCode).toBe(403)
    expect((await person.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(200)
    expect(await actions(command)).toEqual([
      { action: 'new-key', slug: shop.slug, reason: 'lost phone and key, came in person' },
    ])
    expect(JSON.stringify(await everyRow(server.deps.db))).not.toContain(key)
  })
})

describe('removeShop', () => {
  it('exports a shop and its orders, and then leaves no row and no file of it', async () => {
    const { server, command, folder } = await besideServer()
    const [shop, other] = [await openShop(server), await openShop(server)]
    await withPhoto(server, shop, '#aa0000')
    await withPhoto(server, other, '#00aa00')
    // both sell the same picture
    await withPhoto(server, shop, '#0000aa')
    await withPhoto(server, other, '#0000aa')
    const buyer = await signIn(server.app)
    const order = await placed(shop, buyer)
    expect((await storefront(server, shop)).statusCode).toBe(200)

    const into = path.join(folder, 'removed')
    const { files } = await removeShop(command.deps, {
      slug: shop.slug,
      folder: into,
      reason: 'asked by its owner',
    })

    expect(files.map((file) => path.basename(file))).toEqual([`${shop.slug}.zip`, `${shop.slug}-orders.json`])
    for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600)
    const orders = JSON.parse(readFileSync(files[1] ?? '', 'utf8')) as Order[]
    expect(orders).toEqual([expect.objectContaining({ id: order.id, receiver: order.receiver })])
    const { operator_log: _, job: __, ...rows } = await everyRow(command.deps.db)
    expect(JSON.stringify(rows)).not.toContain(shop.shopId)
    expect((await storefront(server, shop)).statusCode).toBe(404)
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(404)
    expect((await buyer.call('GET /api/me/orders')).json()).toEqual({ items: [] })

    const photos = await command.deps.db.query.selectFrom('photo').select(['hash', 'account_id']).execute()
    expect(photos.map(({ account_id }) => account_id)).toEqual(Array(2).fill(other.owner.accountId))
    for (const { hash } of photos)
      expect((await call(server.app, `GET /photos/${hash}-share.jpg`)).statusCode).toBe(200)
    expect((await storefront(server, other)).statusCode).toBe(200)
    expect((await actions(command)).map(({ action }) => action).sort()).toEqual(['block', 'remove'])
  })

  it('leaves a shop as it was when it cannot be exported', async () => {
    const { server, command, folder } = await besideServer()
    const shop = await openShop(server)
    const into = path.join(folder, 'photos', 'no-folder')
    await server.deps.blobs.put('no-folder', Buffer.from('a file'))
    const file = path.join(folder, 'photos', 'no', 'no-folder')
    expect(existsSync(file)).toBe(true)
    await expect(
      removeShop(command.deps, { slug: shop.slug, folder: path.join(file, 'below'), reason: undefined }),
    ).rejects.toThrow()
    expect(existsSync(into)).toBe(false)
    expect((await storefront(server, shop)).statusCode).toBe(200)
    await placed(shop, await signIn(server.app))
  })
})
