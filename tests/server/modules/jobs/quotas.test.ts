import { readQuotas } from '../../../../server/quota-settings'
import { StorageReserve } from '../../../../server/storage/storage-reserve'
import { createRecording } from '../../../support/voice-recording'
import { type ApiClient, signIn } from '../../support/api-client'
import { picture } from '../../support/pictures'
import { sendPhoto, sendVoice } from '../../support/stories/send-media'
import {
  createTestEnvironment,
  type EnvironmentOptions,
  newId,
  type TestEnvironment,
} from '../../support/test-environment'
import { openShop, orderFor, productDraft } from '../../support/test-shop'

let env: TestEnvironment | undefined
afterEach(() => env?.app.close())

const MB = 1024 * 1024

/** Creates an environment with these quotas over the defaults. */
async function createLimited(
  quotas: Partial<ReturnType<typeof readQuotas>>,
  more: EnvironmentOptions = {},
): Promise<TestEnvironment> {
  const settings = { ...more.settings, quotas: { ...readQuotas({}), ...quotas } }
  env = await createTestEnvironment({ ...more, settings })
  return env
}

/** Counts up, so that each photo has unique content. */
let shade = 0
const createUniquePhoto = () => {
  shade++
  return picture(40, 30 + (shade % 200), `#${(shade * 7919).toString(16).padStart(6, '0').slice(-6)}`)
    .jpeg()
    .toBuffer()
}

const request = () => ({ trade: 'nuts', products: [{ id: newId(), ...productDraft() }] })
const open = (person: ApiClient, shopId = newId(), body: object = request()) =>
  person.call(`PUT /api/shops/${shopId}`, body)

const codeOf = (answer: { json(): unknown }) => (answer.json() as { code?: string }).code
const storedBytes = ({ blobs, deps }: TestEnvironment) =>
  Promise.all(blobs.names().map((name) => deps.blobs.size(name))).then((sizes) =>
    sizes.reduce((sum: number, size) => sum + (size ?? 0), 0),
  )

describe('quota of shops per account', () => {
  it('allows five of 110 simultaneous shops of one account', async () => {
    const { app } = await createLimited({})
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

  it('does not apply to the repeated request that opened the last shop', async () => {
    const { app } = await createLimited({ shopsPerAccount: 1 })
    const person = await signIn(app)
    const [shopId, body] = [newId(), request()]
    const first = await open(person, shopId, body)
    expect((await open(person)).statusCode).toBe(409)
    expect((await open(person, shopId, body)).json()).toEqual(first.json())
  })

  it('allows another shop once a different account is the only owner', async () => {
    const { app } = await createLimited({ shopsPerAccount: 1 })
    const [trainer, villager] = [await signIn(app), await signIn(app)]
    const { key, id } = (await open(trainer)).json<{ key: string; id: string }>()
    expect(codeOf(await open(trainer))).toBe('shop-quota')
    expect((await villager.call('POST /api/sessions', { provider: 'key', key })).statusCode).toBe(200)
    expect((await villager.call(`DELETE /api/shops/${id}/other-owners`)).statusCode).toBe(200)
    expect((await open(trainer)).statusCode).toBe(200)
    // a shop taken over by its key does not count towards the quota of the new owner
    expect((await open(villager)).statusCode).toBe(200)
  })

  it('does not limit shops when it is off', async () => {
    const { app } = await createLimited({
      shopsPerAccount: readQuotas({ QUOTA_SHOPS_PER_ACCOUNT: 'off' }).shopsPerAccount,
    })
    const person = await signIn(app)
    for (let i = 0; i < 8; i++) expect((await open(person)).statusCode).toBe(200)
  })
})

describe('quota of photos and voices per account', () => {
  it('limits the number of files, also for simultaneous uploads', async () => {
    const at = await createLimited({ filesPerAccount: 5 })
    const person = await signIn(at.app)
    const send = async () => sendPhoto(at.app, person, newId(), await createUniquePhoto())
    const answers: Awaited<ReturnType<typeof send>>[] = []
    // one account may upload two at once
    for (let i = 0; i < 4; i++) answers.push(...(await Promise.all([send(), send()])))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(5)
    const refused = answers.filter(({ statusCode }) => statusCode !== 200)
    expect(new Set(refused.map(codeOf))).toEqual(new Set(['storage-quota']))
    // four files for each photo, and none of the refused ones
    expect(at.blobs.names()).toHaveLength(20)
    expect(codeOf(await sendVoice(at.app, person, newId(), createRecording(700)))).toBe('storage-quota')
  })

  it('counts the stored bytes, and deletes the files of a rejected photo', async () => {
    const at = await createLimited({})
    const [first, second] = [await signIn(at.app), await signIn(at.app)]
    const [id, bytes] = [newId(), await createUniquePhoto()]
    expect((await sendPhoto(at.app, first, id, bytes)).statusCode).toBe(200)
    const size = await storedBytes(at)
    const row = await at.deps.db.query.selectFrom('photo').select('bytes').executeTakeFirstOrThrow()
    expect(row.bytes).toBe(size)
    at.deps.settings.quotas.bytesPerAccount = size + 1
    const before = at.blobs.names()
    expect(codeOf(await sendPhoto(at.app, first, newId(), await createUniquePhoto()))).toBe('storage-quota')
    expect(at.blobs.names()).toEqual(before)
    // a repeated upload does not count again
    expect((await sendPhoto(at.app, first, id, bytes)).statusCode).toBe(200)
    // content that another account has stored counts for each uploader
    expect((await sendPhoto(at.app, second, newId(), bytes)).statusCode).toBe(200)
    expect(codeOf(await sendPhoto(at.app, second, newId(), bytes))).toBe('storage-quota')
    expect(at.blobs.names()).toEqual(before)
  })

  it('is freed when unused photos are swept', async () => {
    const at = await createLimited({ filesPerAccount: 1 })
    const person = await signIn(at.app)
    expect((await sendPhoto(at.app, person, newId(), await createUniquePhoto())).statusCode).toBe(200)
    expect((await sendPhoto(at.app, person, newId(), await createUniquePhoto())).statusCode).toBe(409)
    await at.app.worker.start(1_000_000)
    await at.app.worker.runDue()
    for (let day = 0; day < 8; day++) await at.runAfter(86_400_000 - 1)
    expect((await sendPhoto(at.app, person, newId(), await createUniquePhoto())).statusCode).toBe(200)
  })

  it('counts photos stored before sizes were recorded, once a job has measured them', async () => {
    const at = await createLimited({})
    const person = await signIn(at.app)
    expect((await sendPhoto(at.app, person, newId(), await createUniquePhoto())).statusCode).toBe(200)
    await at.deps.db.query.updateTable('photo').set({ bytes: null }).execute()
    at.deps.settings.quotas.bytesPerAccount = 2
    await at.app.worker.start(1_000_000)
    await at.app.worker.runDue()
    const { bytes } = await at.deps.db.query.selectFrom('photo').select('bytes').executeTakeFirstOrThrow()
    expect(bytes).toBe(await storedBytes(at))
    expect(codeOf(await sendPhoto(at.app, person, newId(), await createUniquePhoto()))).toBe('storage-quota')
  })

  it('limits the bytes per address for uploads from new accounts', async () => {
    const at = await createLimited({ bytesPerAddressDay: 20_000 }, { settings: { rateLimits: true } })
    const codes: unknown[] = []
    for (let turn = 0; turn < 60 && codes.at(-1) !== 'address-quota'; turn++) {
      const person = await signIn(at.app)
      for (let i = 0; i < 3; i++)
        codes.push(codeOf(await sendPhoto(at.app, person, newId(), await createUniquePhoto())))
    }
    expect(codes.at(-1)).toBe('address-quota')
    expect(codes.filter((code) => code === undefined).length).toBeGreaterThan(3)
    expect(await storedBytes(at)).toBeLessThanOrEqual(20_000)
    // a buyer behind the same address can order
    const shop = await openShop(at)
    const order = await (await signIn(at.app)).call(
      `PUT /api/shops/${shop.shopId}/orders/${newId()}`,
      orderFor(shop),
    )
    expect(order.statusCode).toBe(200)
  })
})

describe('quota of products and files per shop', () => {
  const put = (person: ApiClient, shopId: string, photos: string[] = [], productId = newId(), version = 0) =>
    person.call(`PUT /api/shops/${shopId}/products/${productId}`, { version, ...productDraft(), photos })

  it('limits the number of products, also for simultaneous creation, and allows edits', async () => {
    const at = await createLimited({ productsPerShop: 4 })
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

  it('limits the photos of a shop over all its owners', async () => {
    const at = await createLimited({ filesPerShop: 2, filesPerAccount: 2 })
    const { owner, shopId, key } = await openShop(at)
    const helper = await signIn(at.app)
    expect((await helper.call('POST /api/sessions', { provider: 'key', key })).statusCode).toBe(200)
    const photos: string[] = []
    for (const person of [owner, owner, helper]) {
      photos.push(newId())
      expect(
        (await sendPhoto(at.app, person, photos.at(-1) ?? '', await createUniquePhoto())).statusCode,
      ).toBe(200)
    }
    const product = newId()
    expect((await put(owner, shopId, photos.slice(0, 2), product)).statusCode).toBe(200)
    expect(codeOf(await put(helper, shopId, photos.slice(2)))).toBe('storage-quota')
    // replacing a photo frees its place
    expect((await put(owner, shopId, photos.slice(0, 1), product, 1)).statusCode).toBe(200)
    expect((await put(helper, shopId, photos.slice(2))).statusCode).toBe(200)
  })
})

describe('the storage reserve', () => {
  it('rejects uploads and new shops below the reserve while orders and reads work, and logs both changes', async () => {
    let free = 500 * MB
    let passed = 0
    const lines: string[] = []
    const storage = new StorageReserve({
      freeBytes: async () => free,
      reserve: 100 * MB,
      elapsed: () => passed,
    })
    const stream = { write: (line: string) => void lines.push(line) }
    const at = await createLimited({}, { storage, logging: { level: 'warn', stream } })
    const shop = await openShop(at)
    const buyer = await signIn(at.app)
    const [photoId, bytes] = [newId(), await createUniquePhoto()]
    expect((await sendPhoto(at.app, shop.owner, photoId, bytes)).statusCode).toBe(200)

    free = 99 * MB
    passed += 10_000
    for (const answer of [
      await sendPhoto(at.app, shop.owner, newId(), await createUniquePhoto()),
      await sendVoice(at.app, shop.owner, newId(), createRecording(700)),
      await open(buyer),
    ]) {
      expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'storage-full'])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
    expect((await at.app.inject('/api/health')).json()).toMatchObject({ ok: true, storage: 'low' })
    // repeated uploads and shops are answered
    expect((await sendPhoto(at.app, shop.owner, photoId, bytes)).statusCode).toBe(200)
    expect((await open(shop.owner, shop.shopId, shop.request)).statusCode).toBe(200)
    const order = await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
    expect(order.statusCode).toBe(200)
    expect((await at.app.inject(`/api/storefronts/${shop.slug}`)).statusCode).toBe(200)

    free = 500 * MB
    passed += 10_000
    expect((await sendPhoto(at.app, shop.owner, newId(), await createUniquePhoto())).statusCode).toBe(200)
    expect((await at.app.inject('/api/health')).json()).not.toHaveProperty('storage')
    expect(lines.filter((line) => line.includes('storage reserve'))).toHaveLength(2)
  })
})
