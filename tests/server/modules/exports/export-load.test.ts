import { describeLinkFailure } from '@/locales/shop/export-link'
import { ExportStore } from '../../../../server/modules/exports/export-store'
import { TICKET_MS } from '../../../../server/modules/tickets/ticket'
import { StorageReserve } from '../../../../server/storage/storage-reserve'
import { waitUntil } from '../../../support/wait-until'
import { call } from '../../support/api-client'
import { createMemoryBlobs } from '../../support/memory-blobs'
import { exportPathOf, openFurnishedShop } from '../../support/stories/shop-exports'
import {
  createTestEnvironment,
  type EnvironmentOptions,
  newId,
  type TestEnvironment,
} from '../../support/test-environment'
import { type OpenedShop, productDraft } from '../../support/test-shop'

let env: TestEnvironment
/** The files that exports have read. */
let reads: string[]
/** What reads of files wait for. */
let gate: Promise<void>
let openGate: () => void

const closeGate = () => {
  gate = new Promise((resolve) => {
    openGate = resolve
  })
}

async function start(options: EnvironmentOptions = {}) {
  await env?.app.close()
  const blobs = createMemoryBlobs()
  reads = []
  gate = Promise.resolve()
  const get: typeof blobs.get = async (name) => {
    reads.push(name)
    await gate
    return blobs.get(name)
  }
  env = await createTestEnvironment({ blobs: { ...blobs, get }, ...options })
}

beforeEach(() => start())
afterAll(() => env.app.close())

const download = (path: string, headers: Record<string, string> = {}) =>
  call(env.app, `GET ${path}`, undefined, headers)

const request = ({ owner, shopId }: OpenedShop, id = newId()) =>
  owner.call(`POST /api/shops/${shopId}/exports`, { id })

/** Opens a shop whose export was not requested yet. */
async function openUnexportedShop(): Promise<OpenedShop> {
  const shop = await openFurnishedShop(env)
  reads = []
  return shop
}

const addProduct = (shop: OpenedShop) =>
  shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${newId()}`, { version: 0, ...productDraft() })

const deleteShop = ({ shopId }: OpenedShop) =>
  env.deps.db.query.deleteFrom('shop').where('shop_id', '=', shopId).execute()

describe('export of a shop', () => {
  it('is made once for connections at the same time', async () => {
    const shop = await openUnexportedShop()
    closeGate()
    const paths = await Promise.all([exportPathOf(shop), exportPathOf(shop)])
    const answers = Promise.all(Array.from({ length: 6 }, (_, i) => download(paths[i % 2] ?? '')))
    openGate()
    const files = (await answers).map(({ statusCode, rawPayload }) => [
      statusCode,
      rawPayload.toString('hex'),
    ])
    expect(new Set(files.map(([status, bytes]) => `${status} ${bytes}`)).size).toBe(1)
    expect(files[0]?.[0]).toBe(200)
    expect(reads.length).toBeGreaterThan(0)
    expect(new Set(reads).size).toBe(reads.length)
  })

  it('is sent again while the shop has not changed, and made anew after a change', async () => {
    const shop = await openUnexportedShop()
    const path = await exportPathOf(shop)
    const first = await download(path)
    const count = reads.length
    expect((await download(path)).rawPayload.equals(first.rawPayload)).toBe(true)
    expect(reads.length).toBe(count)
    await addProduct(shop)
    expect((await download(path)).rawPayload.equals(first.rawPayload)).toBe(false)
    expect(reads.length).toBe(2 * count)
  })

  it('waits while two others are made', async () => {
    const shops = [await openUnexportedShop(), await openUnexportedShop(), await openUnexportedShop()]
    reads = []
    closeGate()
    const requests = shops.map((shop) => request(shop))
    await waitUntil(() => reads.length >= 2, 'two exports read files')
    const replies = await Promise.all(requests)
    // every shop has the same files, of which an export reads one at a time
    expect(reads).toHaveLength(2)
    expect(replies.map((reply) => reply.json().progress)).toEqual([0, 0, 0])
    openGate()
    const paths = replies.map((reply) => new URL(reply.json().url).pathname)
    const answers = await Promise.all(paths.map((path) => download(path)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  })

  it('is reported as in progress until it is finished, also when the shop changes meanwhile', async () => {
    const shop = await openUnexportedShop()
    const id = newId()
    closeGate()
    expect((await request(shop, id)).json().progress).toBe(0)
    await addProduct(shop)
    const again = request(shop, id)
    openGate()
    expect((await again).json().progress).toBeUndefined()
    expect(new Set(reads).size).toBe(reads.length)
  })

  it('is refused when it would use the storage reserve, and made when there is room again', async () => {
    const mb = 1024 * 1024
    let free = 500 * mb
    const reserve = new StorageReserve({ freeBytes: async () => free, reserve: 500 * mb, elapsed: () => 0 })
    await start({ storage: reserve })
    const shop = await openUnexportedShop()
    const refused = await request(shop)
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'storage-full'])
    expect(refused.headers['retry-after']).toBe('30')
    expect(reads).toEqual([])
    free += 10 * mb
    expect((await download(await exportPathOf(shop))).statusCode).toBe(200)
  })

  it('is gone with its shop', async () => {
    const shop = await openUnexportedShop()
    const path = await exportPathOf(shop)
    await deleteShop(shop)
    expect((await download(path)).statusCode).toBe(404)
  })

  it('fails for all who wait, and is begun anew by the next request, when a photo cannot be read', async () => {
    const shop = await openUnexportedShop()
    const path = await exportPathOf(shop)
    await addProduct(shop)
    gate = Promise.reject(Object.assign(new Error('a disk error'), { code: 'EIO' }))
    gate.catch(() => undefined)
    const answers = await Promise.all([download(path), download(path)])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503])
    gate = Promise.resolve()
    expect((await download(path)).statusCode).toBe(200)
  })
})

describe('link to an export', () => {
  it('is limited per shop and minute, and says so in words to a person', async () => {
    await start({ settings: { rateLimits: true } })
    const [shop, other] = [await openUnexportedShop(), await openUnexportedShop()]
    const path = await exportPathOf(shop)
    const page = { accept: 'text/html,*/*' }
    const statuses = []
    for (let i = 0; i < 10; i++) statuses.push((await download(path, page)).statusCode)
    expect(statuses).toEqual([...Array(9).fill(200), 429])
    const refused = await download(path, page)
    expect(refused.headers).toMatchObject({ 'retry-after': '60', 'content-type': 'text/html; charset=utf-8' })
    expect(refused.body).toContain(describeLinkFailure('too-many'))
    expect((await download(path)).json()).toMatchObject({ code: 'too-many', status: 429 })
    expect((await download(await exportPathOf(other))).statusCode).toBe(200)
    env.advance(60_000)
    expect((await download(path)).statusCode).toBe(200)
  })
})

describe('ExportStore', () => {
  const SERVER = 'http://shop.test'
  let store: ExportStore
  beforeEach(() => {
    store = new ExportStore({ ...env.deps, limits: { export: () => undefined }, site: undefined })
  })
  afterEach(() => store.close())

  /** Prepares an export; returns a function that says whether its file is still open. */
  async function prepare({ shopId }: OpenedShop) {
    expect(await store.prepare({ shopId, origin: SERVER }, newId(), 60_000)).toBeUndefined()
    const count = reads.length
    return async () => {
      await store.prepare({ shopId, origin: SERVER }, newId(), 60_000)
      return reads.length === count
    }
  }

  it('removes exports that are not downloaded, those of earlier states and those of deleted shops', async () => {
    const shop = await openUnexportedShop()
    let isStored = await prepare(shop)
    await store.sweep()
    expect([store.size, await isStored()]).toEqual([1, true])
    await addProduct(shop)
    await store.sweep()
    expect(store.size).toBe(0)
    isStored = await prepare(shop)
    env.advance(TICKET_MS + 1)
    await store.sweep()
    expect(store.size).toBe(0)
    await prepare(shop)
    await deleteShop(shop)
    await store.sweep()
    expect(store.size).toBe(0)
  })

  it('lets a download that has begun end after the export is removed', async () => {
    const shop = await openUnexportedShop()
    const { bytes, stream } = await store.open({ shopId: shop.shopId, origin: SERVER }, 60_000)
    store.close()
    let read = 0
    for await (const chunk of stream) read += chunk.length
    expect(read).toBe(bytes)
  })
})
