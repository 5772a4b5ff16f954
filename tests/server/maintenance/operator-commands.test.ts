import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Order } from '@/domain/order/order'
import { createFolderBlobStore } from '../../../server/blobs/folder-blobs'
import type { AppDependencies } from '../../../server/dependencies'
import { readAllShops } from '../../../server/modules/operator/read-shops'
import { removeShop as remove } from '../../../server/modules/operator/remove-shop'
import { requireShopBySlug } from '../../../server/operator/find-shop'
import { formatShopTable } from '../../../server/operator/format-shops'
import { blockShop, renewKey } from '../../../server/operator/shop-actions'
import { SetupError } from '../../../server/setup-error'
import { call, signIn } from '../support/api-client'
import { createDatabaseLocation } from '../support/database'
import { picture } from '../support/pictures'
import { readAllRows } from '../support/read-all-rows'
import { sendPhoto } from '../support/stories/send-media'
import { createTestEnvironment, newId, type TestEnvironment } from '../support/test-environment'
import {
  type OpenedShop,
  openShop,
  orderFor,
  placeTestOrder,
  productDraft,
  readToday,
} from '../support/test-shop'

/** Removes a shop as the command does. */
const removeShop = async (deps: AppDependencies, slug: string, folder: string, reason?: string) =>
  remove(deps, await requireShopBySlug(deps.db.query, slug), {
    ...{ folder, reason, operatorId: null, runInTx: (work) => deps.db.withTx(work) },
  })

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** Starts a server and a command environment on the same database and files. */
async function startServerAndCommand(lines: string[] = []) {
  const { location: databaseLocation, remove } = await createDatabaseLocation()
  undo.push(remove)
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-operator-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const blobs = createFolderBlobStore(path.join(folder, 'photos'))
  const stream = { write: (line: string) => void lines.push(line) }
  const server = await createTestEnvironment({ databaseLocation, blobs, logging: { level: 'warn', stream } })
  undo.push(() => server.app.close())
  const command = await createTestEnvironment({ databaseLocation, blobs })
  undo.push(() => command.app.close())
  return { server, command, folder }
}

async function addProductWithPhoto(env: TestEnvironment, { owner, shopId }: OpenedShop, color: string) {
  const photoId = newId()
  const bytes = await picture(60, 60, color).jpeg().toBuffer()
  expect((await sendPhoto(env.app, owner, photoId, bytes)).statusCode).toBe(200)
  const draft = { version: 0, ...productDraft(), photos: [photoId] }
  expect((await owner.call(`PUT /api/shops/${shopId}/products/${newId()}`, draft)).statusCode).toBe(200)
}

const storefront = (env: TestEnvironment, { slug }: OpenedShop) =>
  call(env.app, `GET /api/storefronts/${slug}`)
const loggedActions = async (env: TestEnvironment) =>
  (await env.deps.db.query.selectFrom('operator_log').selectAll().orderBy('at').orderBy('id').execute()).map(
    ({ action, slug, reason }) => ({ action, slug, reason }),
  )

describe('readAllShops', () => {
  it('finds shops by name, slug or phone, with their size and last order', async () => {
    const { server, command } = await startServerAndCommand()
    const one = await openShop(server, { request: { name: '核桃 100% 老店', phone: '13900000001' } })
    server.advance(1000)
    const two = await openShop(server, { request: { name: 'Tea House' } })
    await addProductWithPhoto(server, one, '#102030')
    const order = await placeTestOrder(one, await signIn(server.app))
    const { query } = command.deps.db
    expect((await readAllShops(query, undefined)).map(({ slug }) => slug)).toEqual([one.slug, two.slug])
    for (const search of ['老店', '0% 老', one.slug.slice(1, 7), '3900000001'])
      expect((await readAllShops(query, search)).map(({ slug }) => slug)).toEqual([one.slug])
    expect((await readAllShops(query, 'tea h')).map(({ slug }) => slug)).toEqual([two.slug])
    expect(await readAllShops(query, '_')).toEqual([])
    const [listed] = await readAllShops(query, '老店')
    const { bytes } = await query.selectFrom('photo').select('bytes').executeTakeFirstOrThrow()
    expect(listed).toMatchObject({
      products: 2,
      bytes,
      orders: 1,
      lastOrderAt: order.createdAt,
      blockedAt: null,
    })
    expect(formatShopTable(await readAllShops(query, undefined))).toContain(`${one.slug}  2026-11-25  2`)
  })
})

describe('blockShop', () => {
  it('hides a shop from buyers at once, while its owner and earlier buyers can still read it', async () => {
    const lines: string[] = []
    const { server, command } = await startServerAndCommand(lines)
    const shop = await openShop(server, { request: { phone: '13900000001' } })
    const buyer = await signIn(server.app)
    const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
    const order = (await buyer.call(route, orderFor(shop))).json<Order>()
    expect((await storefront(server, shop)).statusCode).toBe(200)
    const reasons = { reason: 'sells what is not hers', ownerReason: '卖别人的东西' }
    const blocking = { slug: shop.slug, isBlocked: true, ...reasons }
    await blockShop(command.deps, blocking)

    expect((await storefront(server, shop)).statusCode).toBe(404)
    for (const hidden of [`/s/${shop.slug}/share.jpg`, `/api/shops/${shop.shopId}/products`])
      expect((await call(server.app, `GET ${hidden}`)).statusCode).toBe(404)
    const product = `GET /api/shops/${shop.shopId}/products/${shop.productId}`
    expect((await call(server.app, product)).statusCode).toBe(404)
    expect((await shop.owner.call(product)).statusCode).toBe(200)
    const more = await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
    expect(more.statusCode).toBe(404)

    // an earlier order can be repeated and read, with the phone of the shop
    expect((await buyer.call(route, orderFor(shop))).json()).toEqual(order)
    const read = await buyer.call(`GET /api/shops/${shop.shopId}/orders/${order.id}`)
    expect(read.json()).toMatchObject({ order: { id: order.id }, shop: { phone: '13900000001' } })
    const today = await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)
    expect(today.json()).toMatchObject({ blocked: true, blockedReason: '卖别人的东西', waiting: 1 })

    await server.app.worker.runDue()
    expect(lines.filter((line) => line.includes('sells what is not hers'))).toHaveLength(1)
    await expect(blockShop(command.deps, blocking)).rejects.toThrow(SetupError)

    await blockShop(command.deps, { slug: shop.slug, isBlocked: false, reason: undefined })
    expect((await storefront(server, shop)).statusCode).toBe(200)
    await placeTestOrder(shop, buyer)
    expect(await readToday(shop)).not.toHaveProperty('blocked')
    expect((await loggedActions(command)).map(({ action }) => action).sort()).toEqual(['block', 'unblock'])
  })
})

describe('renewKey', () => {
  it('invalidates earlier keys, works once and is logged with its reason', async () => {
    const { server, command } = await startServerAndCommand()
    const shop = await openShop(server)
    const { key } = await renewKey(command.deps, {
      slug: shop.slug,
      reason: 'lost phone and key, came in person',
    })
    const person = await signIn(server.app)
    const restore = (typed: string) => person.call('POST /api/sessions', { provider: 'key', key: typed })
    expect((await restore(shop.key)).json()).toMatchObject({ code: 'key-used' })
    expect((await restore(key)).json()).toMatchObject({ restored: { slug: shop.slug } })
    expect((await restore(key)).statusCode).toBe(403)
    expect((await person.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(200)
    expect(await loggedActions(command)).toEqual([
      { action: 'new-key', slug: shop.slug, reason: 'lost phone and key, came in person' },
    ])
    expect(JSON.stringify(await readAllRows(server.deps.db))).not.toContain(key)
  })
})

describe('removeShop', () => {
  it('exports a shop with its orders, then deletes every row and file of it', async () => {
    const { server, command, folder } = await startServerAndCommand()
    const [shop, other] = [await openShop(server), await openShop(server)]
    await addProductWithPhoto(server, shop, '#aa0000')
    await addProductWithPhoto(server, other, '#00aa00')
    // both shops use the same picture
    await addProductWithPhoto(server, shop, '#0000aa')
    await addProductWithPhoto(server, other, '#0000aa')
    const buyer = await signIn(server.app)
    const order = await placeTestOrder(shop, buyer)
    expect((await storefront(server, shop)).statusCode).toBe(200)

    const into = path.join(folder, 'removed')
    const { files } = await removeShop(command.deps, shop.slug, into, 'asked by its owner')

    expect(files.map((file) => path.basename(file))).toEqual([`${shop.slug}.zip`, `${shop.slug}-orders.json`])
    for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600)
    const orders = JSON.parse(readFileSync(files[1] ?? '', 'utf8')) as Order[]
    expect(orders).toEqual([expect.objectContaining({ id: order.id, receiver: order.receiver })])
    const { operator_log: _, job: __, ...rows } = await readAllRows(command.deps.db)
    expect(JSON.stringify(rows)).not.toContain(shop.shopId)
    expect((await storefront(server, shop)).statusCode).toBe(404)
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(404)
    expect((await buyer.call('GET /api/me/orders')).json()).toEqual({ items: [] })

    const photos = await command.deps.db.query.selectFrom('photo').select(['hash', 'account_id']).execute()
    expect(photos.map(({ account_id }) => account_id)).toEqual(Array(2).fill(other.owner.accountId))
    for (const { hash } of photos)
      expect((await call(server.app, `GET /photos/${hash}-share.jpg`)).statusCode).toBe(200)
    expect((await storefront(server, other)).statusCode).toBe(200)
    expect((await loggedActions(command)).map(({ action }) => action).sort()).toEqual(['block', 'remove'])
  })

  it('keeps a shop whose order has an open payment, and removes it once the payment was refunded', async () => {
    const { server, command, folder } = await startServerAndCommand()
    const shop = await openShop(server)
    const { id } = await placeTestOrder(shop, await signIn(server.app))
    const set = (states: Partial<Record<'state' | 'payment_state', string>>) =>
      command.deps.db.query
        .updateTable('shop_order')
        .set({ payment_method: 'wechat', ...states } as object)
        .where('id', '=', id)
        .execute()
    const remove = () => removeShop(command.deps, shop.slug, path.join(folder, 'removed'))
    for (const payment_state of ['pending', 'paid', 'refunding']) {
      await set({ payment_state })
      await expect(remove()).rejects.toThrow('Money of 1 orders is under way (1)')
      expect((await storefront(server, shop)).statusCode).toBe(200)
    }
    await set({ payment_state: 'refunded', state: 'cancelled' })
    expect((await remove()).files).toHaveLength(2)
  })

  it('leaves the shop unchanged when the export fails', async () => {
    const { server, command, folder } = await startServerAndCommand()
    const shop = await openShop(server)
    const into = path.join(folder, 'photos', 'no-folder')
    await server.deps.blobs.put('no-folder', Buffer.from('a file'))
    const file = path.join(folder, 'photos', 'no', 'no-folder')
    expect(existsSync(file)).toBe(true)
    await expect(removeShop(command.deps, shop.slug, path.join(file, 'below'))).rejects.toThrow()
    expect(existsSync(into)).toBe(false)
    expect((await storefront(server, shop)).statusCode).toBe(200)
    await placeTestOrder(shop, await signIn(server.app))
  })
})
