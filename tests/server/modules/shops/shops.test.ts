import { MAX_CLOSED_NOTE_LENGTH } from '@/domain/shop/shop'
import { signIn } from '../../support/api-client'
import { grantWechatPay, UNUSED_WECHAT_PAY } from '../../support/payments'
import { createTestEnvironment, environmentPerFile, newId } from '../../support/test-environment'
import { openShop, productDraft } from '../../support/test-shop'

const env = environmentPerFile()

const opening = (changes: object = {}) => ({
  trade: 'nuts',
  products: [{ id: newId(), ...productDraft() }],
  ...changes,
})
const tryOpen = async (body: object) => (await signIn(env.app)).call(`PUT /api/shops/${newId()}`, body)

test('opening a shop needs a trade and one product only; the trade sets the rest', async () => {
  const { owner, shopId, slug } = await openShop(env)
  expect(slug).toMatch(/^[0-9a-z]{8}$/)
  const { shop, look } = (await owner.call(`GET /api/shops/${shopId}`)).json()
  expect(shop).toMatchObject({
    name: '核桃小店',
    version: 1,
    fulfilments: ['local', 'pickup'],
    payments: ['on-delivery', 'on-pickup'],
    freight: { fee: 0 },
  })
  expect(look).toMatchObject({ version: 1, template: 'woodgrain' })
})

test('opening a shop shortens a long product name to a valid shop name', async () => {
  const answer = await tryOpen(
    opening({ products: [{ id: newId(), ...productDraft(), name: '核'.repeat(40) }] }),
  )
  expect(answer.statusCode).toBe(200)
})

test('opening a shop again answers the same, and other content is an idempotency conflict', async () => {
  const owner = await signIn(env.app)
  const route = `PUT /api/shops/${newId()}`
  const body = opening()
  const [a, b] = await Promise.all([owner.call(route, body), owner.call(route, body)])
  expect(a.statusCode).toBe(200)
  expect(b.json()).toEqual(a.json())
  expect((await owner.call(route, { products: body.products, trade: 'nuts' })).json()).toEqual(a.json())
  expect((await owner.call(route, { ...body, name: '别的店' })).json()).toMatchObject({
    status: 409,
    code: 'idempotency-conflict',
  })
  expect((await owner.call('GET /api/me/shops')).json().items).toHaveLength(1)
})

test('opening a shop under an id of another account answers 404', async () => {
  const { shopId, request } = await openShop(env)
  const stranger = await signIn(env.app)
  expect((await stranger.call(`PUT /api/shops/${shopId}`, request)).statusCode).toBe(404)
})

test.each([
  ['no product', opening({ products: [] }), '/products'],
  [
    'a price of zero',
    opening({ products: [{ id: newId(), ...productDraft(), skus: [{ id: newId(), price: 0, stock: 1 }] }] }),
    '/products/0/skus/0/price',
  ],
  [
    'an unknown photo',
    opening({ products: [{ id: newId(), ...productDraft(), photos: [newId()] }] }),
    '/products/0/photos/0',
  ],
  ['an unknown template', opening({ template: 'nowhere' }), '/template'],
  ['a payment without a gateway', opening({ payments: ['wechat', 'on-delivery', 'on-pickup'] }), '/payments'],
  [
    'a fulfilment that cannot be paid',
    opening({ fulfilments: ['local', 'pickup'], payments: ['on-delivery'] }),
    '/fulfilments/1',
  ],
  ['an unknown field', opening({ slug: 'mine' }), '/slug'],
  ['a name of spaces', opening({ name: '  ' }), '/name'],
  ['a wrong phone', opening({ phone: '12' }), '/phone'],
])('opening a shop with %s is rejected with the path of the field', async (_, body, path) => {
  const answer = await tryOpen(body)
  expect(answer.json()).toMatchObject({ status: 400, code: 'bad-input' })
  expect(answer.json().fields[0].path).toBe(path)
})

test('opening a shop with a duplicate product or sku is rejected and opens nothing', async () => {
  const product = { id: newId(), ...productDraft() }
  const owner = await signIn(env.app)
  const twice = await owner.call(`PUT /api/shops/${newId()}`, opening({ products: [product, product] }))
  expect(twice.json().fields[0].path).toBe('/products/1/id')
  const other = { ...product, id: newId() }
  const sharing = await owner.call(`PUT /api/shops/${newId()}`, opening({ products: [product, other] }))
  expect(sharing.json().fields[0].path).toBe('/products/1/skus/0/id')
  expect((await owner.call('GET /api/me/shops')).json().items).toHaveLength(0)
})

const settings = {
  name: '新名字',
  fulfilments: ['pickup'],
  payments: ['on-pickup'],
  freight: { fee: 500, freeOver: 10_000 },
  closedUntil: '2026-12-01',
}

test('saving settings uses versions: a stale save answers the current shop, a repeated one the same', async () => {
  const { owner, shopId } = await openShop(env)
  const route = `PUT /api/shops/${shopId}/settings`
  const first = await owner.call(route, { version: 1, ...settings })
  expect(first.json()).toMatchObject({ version: 2, ...settings })
  expect((await owner.call(route, { version: 1, ...settings })).json()).toEqual(first.json())
  const stale = await owner.call(route, { version: 1, ...settings, name: '迟到' })
  expect(stale.json()).toMatchObject({ status: 409, code: 'version-conflict', current: first.json() })
  const { closedUntil: _, ...open } = settings
  expect((await owner.call(route, { version: 2, ...open })).json()).not.toHaveProperty('closedUntil')
})

test('saving settings keeps fields that an older app omits, and removes a field that is an empty text', async () => {
  const { owner, shopId, slug } = await openShop(env)
  const put = async (version: number, changes: object = {}) =>
    (await owner.call(`PUT /api/shops/${shopId}/settings`, { version, ...settings, ...changes })).json()
  const contact = { wechatId: 'shanhuo_88', deliveryArea: '本村和镇上' }
  expect(await put(1, contact)).toMatchObject(contact)
  expect(await put(2)).toMatchObject({ version: 3, ...contact })
  expect((await owner.call(`GET /api/storefronts/${slug}`)).json().shop).toMatchObject(contact)
  const removed = await put(3, { wechatId: '', deliveryArea: '' })
  expect(removed).not.toHaveProperty('wechatId')
  expect(removed).not.toHaveProperty('deliveryArea')
})

test('saving settings keeps the note of a pause that an older app leaves out, until the pause changes', async () => {
  const { owner, shopId } = await openShop(env)
  const put = async (version: number, changes: object = {}) =>
    (await owner.call(`PUT /api/shops/${shopId}/settings`, { version, ...settings, ...changes })).json()
  const closedNote = '收核桃去了'
  expect(await put(1, { closedNote })).toMatchObject({ closedNote })
  expect(await put(2)).toMatchObject({ version: 3, closedNote })
  expect(await put(3, { closedUntil: '2026-12-05' })).not.toHaveProperty('closedNote')
  expect(await put(4, { closedNote })).toMatchObject({ closedNote })
  expect(await put(5, { closedNote: '' })).not.toHaveProperty('closedNote')
  expect(await put(6, { closedNote })).toMatchObject({ closedNote })
  const { closedUntil: _, ...open } = settings
  const reopened = await owner.call(`PUT /api/shops/${shopId}/settings`, { version: 7, ...open })
  expect(reopened.json()).not.toHaveProperty('closedNote')
})

test.each([
  ['wechatId', '88shanhuo'],
  ['wechatId', 'short'],
  ['wechatId', 'a'.repeat(21)],
  ['wechatId', '微信号abcdef'],
  ['deliveryArea', '村'.repeat(41)],
  ['closedNote', '歇'.repeat(MAX_CLOSED_NOTE_LENGTH + 1)],
])('saving a %s of "%s" is rejected', async (field, value) => {
  const { owner, shopId } = await openShop(env)
  const body = { version: 1, ...settings, [field]: value }
  expect((await owner.call(`PUT /api/shops/${shopId}/settings`, body)).json().fields[0].path).toBe(
    `/${field}`,
  )
})

test('saving settings that contradict each other is rejected', async () => {
  const { owner, shopId } = await openShop(env)
  const put = (changes: object) =>
    owner.call(`PUT /api/shops/${shopId}/settings`, { version: 1, ...settings, ...changes })
  expect((await put({ payments: ['on-delivery'] })).json().fields[0].path).toBe('/fulfilments/0')
  expect((await put({ payments: ['alipay'] })).json().fields[0].path).toBe('/payments')
  expect((await put({ closedUntil: '2026-02-30' })).json().fields[0].path).toBe('/closedUntil')
})

test('saving settings keeps the order of payment methods, and adds further ones behind them', async () => {
  const { owner, shopId } = await openShop(env)
  const stored = JSON.stringify(['on-pickup', 'on-delivery'])
  await env.deps.db.query
    .updateTable('shop')
    .set({ payments: stored })
    .where('shop_id', '=', shopId)
    .execute()
  const put = async (version: number, change: object) =>
    (await owner.call(`PUT /api/shops/${shopId}/settings`, { version, ...settings, ...change })).json()
  const cashFirst = { fulfilments: ['local', 'pickup'], payments: ['on-delivery', 'on-pickup'] }
  expect((await put(1, cashFirst)).payments).toEqual(['on-pickup', 'on-delivery'])
  expect((await put(2, { fulfilments: ['pickup'], payments: ['on-pickup'] })).payments).toEqual(['on-pickup'])
  expect((await put(3, cashFirst)).payments).toEqual(['on-pickup', 'on-delivery'])
})

test('a shop may offer an online payment method once it is granted to the seller', async () => {
  const withGateway = await createTestEnvironment({ payments: UNUSED_WECHAT_PAY })
  const { owner, shopId } = await openShop(withGateway)
  const put = (version: number) =>
    owner.call(`PUT /api/shops/${shopId}/settings`, { version, ...settings, payments: ['wechat'] })
  expect((await put(1)).json().fields[0].path).toBe('/payments')
  await grantWechatPay(withGateway, shopId)
  expect((await put(1)).json()).toMatchObject({ version: 2, payments: ['wechat'] })
  await withGateway.app.close()
})
