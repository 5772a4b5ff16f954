import { dayOf } from '@/domain/day'
import { quotasOf } from '../../../server/quota-settings'
import { StorageReserve } from '../../../server/storage/storage-reserve'
import { recording } from '../../support/voice'
import { type Person, signIn } from '../support/person'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { sendVoice } from '../support/send-voice'
import { draftOf, openShop, orderFor } from '../support/shop'
import { type Changes, makeWorld, newId, type World } from '../support/world'

let world: World | undefined
afterEach(() => world?.app.close())

const MB = 1024 * 1024

/** A world with these quotas and the usual ones besides. */
async function limited(quotas: Partial<ReturnType<typeof quotasOf>>, more: Changes = {}): Promise<World> {
  const settings = { ...more.settings, quotas: { ...quotasOf({}), ...quotas } }
  world = await makeWorld({ ...more, settings })
  return world
}

/** A photo of its own content, which no other photo has. */
let shade = 0
const anyPhoto = () => {
  shade++
  return picture(40, 30 + (shade % 200), `#${(shade * 7919).toString(16).padStart(6, '0').slice(-6)}`)
    .jpeg()
    .toBuffer()
}

const request = () => ({ trade: 'nuts', products: [{ id: newId(), ...draftOf() }] })
const open = (person: Person, shopId = newId(), body: object = request()) =>
  person.call(`PUT /api/shops/${shopId}`, body)

const codeOf = (answer: { json(): unknown }) => (answer.json() as { code?: string }).code
const storedBytes = ({ blobs, deps }: World) =>
  Promise.all(blobs.names().map((name) => deps.blobs.size(name))).then((sizes) =>
    sizes.reduce((sum: number, size) => sum + (size ?? 0), 0),
  )

describe('shops per account', () => {
  it('opens five of a hundred and ten shops that one account asks for, also when it asks for all at once', async () => {
    const { app } = await limited({})
    const person = await signIn(app)
    const answers = await Promise.all(Array.from({ length: 110 }, () => open(person)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(5)
    const refused = answers.filter(({ statusCode }) => statusCode !== 200)
    expect(new Set(refused.map((answer) => `${answer.statusCode} ${codeOf(answer)}`))).toEqual(
      new Set(['409 shop-quota']),
    )
    const mine = await person.call('GET /api/me/shops')
    expect(mine.json<{ items: unknown[] }>().items).toHaveLength(5)
  })

  it('answers the request that opened the last shop again', async () => {
    const { app } = await limited({ shopsPerAccount: 1 })
    const person = await signIn(app)
    const [shopId, body] = [newId(), request()]
    const first = await open(person, shopId, body)
    expect((await open(person)).statusCode).toBe(409)
    expect((await open(person, shopId, body)).json()).toEqual(first.json())
  })

  it('has room again once somebody else owns the shop alone', async () => {
    const { app } = await limited({ shopsPerAccount: 1 })
    const [trainer, villager] = [await signIn(app), await signIn(app)]
    const { key, id } = (await open(trainer)).json<{ key: string; id: string }>()
    expect(codeOf(await open(trainer))).toBe('shop-quota')
    expect((await villager.call('POST /api/sessions', { provider: 'key', key })).statusCode).toBe(200)
    expect((await villager.call(`DELETE /api/shops/${id}/other-owners`)).statusCode).toBe(200)
    expect((await open(trainer)).statusCode).toBe(200)
    // a shop taken over by its key does not use up a shop of her own
    expect((await open(villager)).statusCode).toBe(200)
  })

  it('knows no limit where it is off', async () => {
    const { app } = await limited({
      shopsPerAccount: quotasOf({ QUOTA_SHOPS_PER_ACCOUNT: 'off' }).shopsPerAccount,
    })
    const person = await signIn(app)
    for (let i = 0; i < 8; i++) expect((await open(person)).statusCode).toBe(200)
  })
})

describe('shops per address and day', () => {
  const settings = { rateLimits: true }

  it('lets a class of thirty open their shops behind one address', async () => {
    const { app } = await limited({}, { settings })
    const people = await Promise.all(Array.from({ length: 30 }, () => signIn(app)))
    const answers = await Promise.all(people.map((person) => open(person)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(30).fill(200))
  })

  it('refuses one shop too many until the next day, at any server', async () => {
    const { app, pass, deps } = await limited({ shopsPerAddressDay: 3 }, { settings })
    const people = await Promise.all(Array.from({ length: 8 }, () => signIn(app)))
    const answers = await Promise.all(people.map((person) => open(person)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(3)
    const refused = answers.find(({ statusCode }) => statusCode !== 200)
    expect(refused?.statusCode).toBe(429)
    expect(codeOf(refused ?? { json: () => ({}) })).toBe('address-quota')
    // 10:00 in China: the next day is in 14 hours
    expect(refused?.headers['retry-after']).toBe(String(14 * 3600))
    pass(14 * 3_600_000)
    expect((await open(people[0] as Person)).statusCode).toBe(200)
    const rows = await deps.db.query.selectFrom('address_day').selectAll().orderBy('day').execute()
    expect(rows.map(({ day, shops }) => [day, shops])).toEqual([
      ['2026-11-25', 3],
      [dayOf(deps.clock()), 1],
    ])
    expect(JSON.stringify(rows)).not.toContain('127.0.0.1')
  })
})

describe('photos and voices per account', () => {
  it('stores no more than an account may, also when it sends all at once', async () => {
    const at = await limited({ filesPerAccount: 5 })
    const person = await signIn(at.app)
    const send = async () => sendPhoto(at.app, person, newId(), await anyPhoto())
    const answers: Awaited<ReturnType<typeof send>>[] = []
    // two at once is what one account gets
    for (let i = 0; i < 4; i++) answers.push(...(await Promise.all([send(), send()])))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(5)
    const refused = answers.filter(({ statusCode }) => statusCode !== 200)
    expect(new Set(refused.map(codeOf))).toEqual(new Set(['storage-quota']))
    // four files for each photo, and none of the refused ones
    expect(at.blobs.names()).toHaveLength(20)
    expect(codeOf(await sendVoice(at.app, person, newId(), recording(700)))).toBe('storage-quota')
  })

  it('counts the bytes that are stored, and deletes the files of a refused photo', async () => {
    const at = await limited({})
    const [first, second] = [await signIn(at.app), await signIn(at.app)]
    const [id, bytes] = [newId(), await anyPhoto()]
    expect((await sendPhoto(at.app, first, id, bytes)).statusCode).toBe(200)
    const size = await storedBytes(at)
    const row = await at.deps.db.query.selectFrom('photo').select('bytes').executeTakeFirstOrThrow()
    expect(row.bytes).toBe(size)
    at.deps.settings.quotas.bytesPerAccount = size + 1
    const before = at.blobs.names()
    expect(codeOf(await sendPhoto(at.app, first, newId(), await anyPhoto()))).toBe('storage-quota')
    expect(at.blobs.names()).toEqual(before)
    // the same photo again is no new one
    expect((await sendPhoto(at.app, first, id, bytes)).statusCode).toBe(200)
    // whoever uploads what another has stored pays for it too
    expect((await sendPhoto(at.app, second, newId(), bytes)).statusCode).toBe(200)
    expect(codeOf(await sendPhoto(at.app, second, newId(), bytes))).toBe('storage-quota')
    expect(at.blobs.names()).toEqual(before)
  })

  it('gives room back when unused photos are swept', async () => {
    const at = await limited({ filesPerAccount: 1 })
    const person = await signIn(at.app)
    expect((await sendPhoto(at.app, person, newId(), await anyPhoto())).statusCode).toBe(200)
    expect((await sendPhoto(at.app, person, newId(), await anyPhoto())).statusCode).toBe(409)
    await at.app.worker.start(1_000_000)
    await at.app.worker.runDue()
    for (let day = 0; day < 8; day++) {
      at.pass(86_400_000 - 1)
      await at.app.worker.runDue()
    }
    expect((await sendPhoto(at.app, person, newId(), await anyPhoto())).statusCode).toBe(200)
  })

  it('counts photos that were stored before sizes were, once a job has measured them', async () => {
    const at = await limited({})
    const person = await signIn(at.app)
    expect((await sendPhoto(at.app, person, newId(), await anyPhoto())).statusCode).toBe(200)
    await at.deps.db.query.updateTable('photo').set({ bytes: null }).execute()
    at.deps.settings.quotas.bytesPerAccount = 2
    await at.app.worker.start(1_000_000)
    await at.app.worker.runDue()
    const { bytes } = await at.deps.db.query.selectFrom('photo').select('bytes').executeTakeFirstOrThrow()
    expect(bytes).toBe(await storedBytes(at))
    expect(codeOf(await sendPhoto(at.app, person, newId(), await anyPhoto()))).toBe('storage-quota')
  })

  it('stops one address that uploads from ever new accounts', async () => {
    const at = await limited({ bytesPerAddressDay: 60_000 }, { settings: { rateLimits: true } })
    const codes: unknown[] = []
    for (let turn = 0; turn < 60 && codes.at(-1) !== 'address-quota'; turn++) {
      const person = await signIn(at.app)
      for (let i = 0; i < 3; i++)
        codes.push(codeOf(await sendPhoto(at.app, person, newId(), await anyPhoto())))
    }
    expect(codes.at(-1)).toBe('address-quota')
    expect(codes.filter((code) => code === undefined).length).toBeGreaterThan(3)
    expect(await storedBytes(at)).toBeLessThanOrEqual(60_000)
    // a buyer behind the same address can order
    const shop = await openShop(at)
    const order = await (await signIn(at.app)).call(
      `PUT /api/shops/${shop.shopId}/orders/${newId()}`,
      orderFor(shop),
    )
    expect(order.statusCode).toBe(200)
  })
})

describe('products, photos and voices per shop', () => {
  const put = (person: Person, shopId: string, photos: string[] = [], productId = newId(), version = 0) =>
    person.call(`PUT /api/shops/${shopId}/products/${productId}`, { version, ...draftOf(), photos })

  it('holds as many products as it may, also when they come at once, and changes those it has', async () => {
    const at = await limited({ productsPerShop: 4 })
    const { owner, shopId, productId } = await openShop(at)
    const answers = await Promise.all(Array.from({ length: 6 }, () => put(owner, shopId)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 409, 409, 409])
    expect(codeOf(answers.find(({ statusCode }) => statusCode === 409) ?? { json: () => ({}) })).toBe(
      'product-quota',
    )
    expect((await put(owner, shopId, [], productId, 1)).statusCode).toBe(200)
    expect((await owner.call(`DELETE /api/shops/${shopId}/products/${productId}`)).statusCode).toBe(200)
    expect((await put(owner, shopId)).statusCode).toBe(200)
  })

  it('shows no more photos than it may, whichever of its owners uploaded them', async () => {
    const at = await limited({ filesPerShop: 2, filesPerAccount: 2 })
    const { owner, shopId, key } = await openShop(at)
    const helper = await signIn(at.app)
    expect((await helper.call('POST /api/sessions', { provider: 'key', key })).statusCode).toBe(200)
    const photos: string[] = []
    for (const person of [owner, owner, helper]) {
      photos.push(newId())
      expect((await sendPhoto(at.app, person, photos.at(-1) ?? '', await anyPhoto())).statusCode).toBe(200)
    }
    const product = newId()
    expect((await put(owner, shopId, photos.slice(0, 2), product)).statusCode).toBe(200)
    expect(codeOf(await put(helper, shopId, photos.slice(2)))).toBe('storage-quota')
    // one may stand in the place of another
    expect((await put(owner, shopId, photos.slice(0, 1), product, 1)).statusCode).toBe(200)
    expect((await put(helper, shopId, photos.slice(2))).statusCode).toBe(200)
  })
})

describe('the storage reserve', () => {
  it('stops uploads and new shops below the reserve while orders and reads go on, and logs both changes', async () => {
    let free = 500 * MB
    let passed = 0
    const lines: string[] = []
    const storage = new StorageReserve({
      freeBytes: async () => free,
      reserve: 100 * MB,
      elapsed: () => passed,
    })
    const stream = { write: (line: string) => void lines.push(line) }
    const at = await limited({}, { storage, logging: { level: 'warn', stream } })
    const shop = await openShop(at)
    const buyer = await signIn(at.app)
    const [photoId, bytes] = [newId(), await anyPhoto()]
    expect((await sendPhoto(at.app, shop.owner, photoId, bytes)).statusCode).toBe(200)

    free = 99 * MB
    passed += 10_000
    for (const answer of [
      await sendPhoto(at.app, shop.owner, newId(), await anyPhoto()),
      await sendVoice(at.app, shop.owner, newId(), recording(700)),
      await open(buyer),
    ]) {
      expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'storage-full'])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
    expect((await at.app.inject('/api/health')).json()).toMatchObject({ ok: true, storage: 'low' })
    // what was stored before is answered again
    expect((await sendPhoto(at.app, shop.owner, photoId, bytes)).statusCode).toBe(200)
    expect((await open(shop.owner, shop.shopId, shop.request)).statusCode).toBe(200)
    const order = await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
    expect(order.statusCode).toBe(200)
    expect((await at.app.inject(`/api/storefronts/${shop.slug}`)).statusCode).toBe(200)

    free = 500 * MB
    passed += 10_000
    expect((await sendPhoto(at.app, shop.owner, newId(), await anyPhoto())).statusCode).toBe(200)
    expect((await at.app.inject('/api/health')).json()).not.toHaveProperty('storage')
    expect(lines.filter((line) => line.includes('storage reserve'))).toHaveLength(2)
  })
})
