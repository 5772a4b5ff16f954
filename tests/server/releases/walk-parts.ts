import { type Person, type WalkStep, walkId } from './exchange'

export const shopId = walkId('shop')
export const honey = { id: walkId('honey'), skuId: walkId('honey sku') }
export const walnuts = { id: walkId('walnuts'), skuId: walkId('walnuts sku') }
const params = { shopId }

const product = (id: string, skuId: string, name: string, price: number) => ({
  ...{ id, name, unit: '斤', photos: [], onSale: true },
  skus: [{ id: skuId, price, stock: 100 }],
})

export const signIn = (as: Person): WalkStep => ({
  as,
  route: 'POST /api/sessions',
  body: { provider: 'device' },
  captures: { [`${as}Token`]: 'token' },
})

/** The wizard, the opened page, and what buyers see. */
export const openShop: WalkStep[] = [
  {
    as: 'seller',
    route: 'PUT /api/shops/:shopId',
    params,
    body: {
      ...{ trade: 'nuts', template: 'plain', name: '核桃铺', phone: '13800138000' },
      ...{ fulfilments: ['local', 'pickup'], freight: { fee: 500 } },
      products: [
        product(walnuts.id, walnuts.skuId, '核桃', 2500),
        product(honey.id, honey.skuId, '蜂蜜', 6000),
      ],
    },
    captures: { slug: 'slug', key: 'key' },
  },
  { as: 'seller', route: 'GET /api/shops/:shopId', params },
  { as: 'seller', route: 'GET /api/me/shops' },
  { as: 'anyone', route: 'GET /api/templates' },
  { as: 'buyer', route: 'GET /api/storefronts/:slug', params: { slug: '$slug' } },
  { as: 'buyer', route: 'GET /api/shops/:shopId/products', params },
  {
    as: 'buyer',
    route: 'GET /api/shops/:shopId/products/:productId',
    params: { shopId, productId: honey.id },
  },
]

const settings = {
  ...{ name: '核桃铺', phone: '13800138000', notice: '新核桃到了' },
  ...{ fulfilments: ['local', 'pickup'], payments: ['on-delivery', 'on-pickup'], freight: { fee: 500 } },
}

/** Settings, a stale change of them, goods and stock. */
export const runShop: WalkStep[] = [
  { as: 'seller', route: 'PUT /api/shops/:shopId/settings', params, body: { version: 1, ...settings } },
  {
    as: 'seller',
    route: 'PUT /api/shops/:shopId/settings',
    params,
    body: { version: 1, ...settings, name: '别名' },
  },
  {
    as: 'seller',
    route: 'PUT /api/shops/:shopId/products/:productId',
    params: { shopId, productId: walkId('dates') },
    body: { version: 0, ...product('', walkId('dates sku'), '红枣', 1500), id: undefined },
  },
  {
    as: 'seller',
    route: 'PUT /api/shops/:shopId/products/:productId',
    params: { shopId, productId: walkId('dates') },
    body: { version: 1, ...product('', walkId('dates sku'), '大红枣', 1600), id: undefined, onSale: false },
  },
  {
    as: 'seller',
    route: 'POST /api/shops/:shopId/skus/:skuId/stock',
    params: { shopId, skuId: honey.skuId },
    body: { id: walkId('stock'), delta: 5 },
  },
  {
    as: 'seller',
    route: 'POST /api/shops/:shopId/skus/:skuId/stock',
    params: { shopId, skuId: honey.skuId },
    body: { id: walkId('too much'), delta: -1000 },
  },
  {
    as: 'seller',
    route: 'DELETE /api/shops/:shopId/products/:productId',
    params: { shopId, productId: walkId('dates') },
  },
]

/** Decorating: the draft, publishing, and an earlier look. */
export const decorate: WalkStep[] = [
  { as: 'seller', route: 'GET /api/shops/:shopId/look', params, captures: { look: 'draft' } },
  { as: 'seller', route: 'PUT /api/shops/:shopId/look-draft', params, body: { draft: '$look' } },
  {
    as: 'seller',
    route: 'POST /api/shops/:shopId/look/publish',
    params,
    body: { id: walkId('publish'), draftVersion: 1 },
  },
  {
    as: 'seller',
    route: 'POST /api/shops/:shopId/look/publish',
    params,
    body: { id: walkId('stale'), draftVersion: 1 },
  },
  {
    as: 'seller',
    route: 'GET /api/shops/:shopId/look/history/:lookVersion',
    params: { shopId, lookVersion: '1' },
  },
]

/** The key of the shop, another phone, and taking the shop along. */
export const keepShop: WalkStep[] = [
  {
    as: 'seller',
    route: 'POST /api/shops/:shopId/key',
    params,
    body: { id: walkId('key') },
    captures: { key: 'key' },
  },
  { as: 'learner', route: 'POST /api/sessions', body: { provider: 'key', key: '$key' } },
  { as: 'learner', route: 'POST /api/sessions', body: { provider: 'key', key: '$key' } },
  { as: 'seller', route: 'DELETE /api/shops/:shopId/other-owners', params },
  { as: 'seller', route: 'POST /api/shops/:shopId/exports', params, body: { id: walkId('export') } },
]

const orderParams = (name: string) => ({ shopId, orderId: walkId(name) })

interface OrderChoices {
  quantity?: number
  seenTotal?: number
  more?: Record<string, unknown>
}

export const placeOrder = (
  name: string,
  { quantity = 2, seenTotal, more = {} }: OrderChoices = {},
): WalkStep => ({
  as: 'buyer',
  route: 'PUT /api/shops/:shopId/orders/:orderId',
  params: orderParams(name),
  body: {
    lines: [{ skuId: walnuts.skuId, quantity }],
    fulfilment: { kind: 'local' },
    receiver: { name: '收货人', phone: '13900139000', address: '沙坝镇 1 号' },
    payment: { method: 'on-delivery' },
    seenTotal: seenTotal ?? quantity * 2500 + 500,
    ...more,
  },
})

export const takeStep = (
  as: Person,
  name: string,
  action: string,
  more: Record<string, unknown> = {},
): WalkStep => ({
  as,
  route: 'POST /api/shops/:shopId/orders/:orderId/steps',
  params: orderParams(name),
  body: { id: walkId(`${name} ${as} ${action}`), action, ...more },
})

export const readOrder = (as: Person, name: string): WalkStep => ({
  as,
  route: 'GET /api/shops/:shopId/orders/:orderId',
  params: orderParams(name),
})

export const listOrders = (query: string): WalkStep => ({
  as: 'seller',
  route: 'GET /api/shops/:shopId/orders',
  params,
  query,
})

export const readToday: WalkStep = { as: 'seller', route: 'GET /api/shops/:shopId/today', params }
export const readMyOrders: WalkStep = { as: 'buyer', route: 'GET /api/me/orders' }
