import { type WalkStep, walkId } from './exchange'
import {
  decorate,
  honey,
  keepShop,
  listOrders,
  openShop,
  placeOrder,
  readMyOrders,
  readOrder,
  readToday,
  runShop,
  shopId,
  signIn,
  takeStep,
  walnuts,
} from './walk-parts'

const params = { shopId }
const centre = '621221110'
const lessonId = walkId('lesson')
const helpedShop = walkId('helped shop')

const rule = {
  ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], halfDays: false, daysAhead: 7 },
  cutOff: { daysBefore: 1, hour: 20 },
}

const receiver = { name: '收货人', phone: '13900139000', address: '沙坝镇 2 号' }

/** A seller's day with accepting, answering several orders, claims and changes. */
const orders: WalkStep[] = [
  placeOrder('sold'),
  readToday,
  { as: 'seller', route: 'GET /api/shops/:shopId/waiting', params },
  listOrders('?state=placed'),
  {
    as: 'buyer',
    route: 'PUT /api/shops/:shopId/orders/:orderId/details',
    params: { shopId, orderId: walkId('sold') },
    body: { version: 0, receiver },
  },
  takeStep('seller', 'sold', 'accept', { detailsVersion: 0 }),
  takeStep('seller', 'sold', 'accept', { detailsVersion: 1 }),
  listOrders('?state=accepted'),
  readOrder('buyer', 'sold'),
  readMyOrders,
  {
    as: 'buyer',
    route: 'PUT /api/shops/:shopId/orders/:orderId/change-requests/:requestId',
    params: { shopId, orderId: walkId('sold'), requestId: walkId('change') },
    body: { receiver: { ...receiver, address: '沙坝镇 3 号' } },
  },
  {
    as: 'seller',
    route: 'POST /api/shops/:shopId/orders/:orderId/change-requests/:requestId/answers',
    params: { shopId, orderId: walkId('sold'), requestId: walkId('change') },
    body: { answer: 'accept' },
  },
  takeStep('seller', 'sold', 'send'),
  takeStep('seller', 'sold', 'finish'),
  takeStep('seller', 'sold', 'undo-finish'),
  { ...takeStep('seller', 'sold', 'finish'), body: { id: walkId('finished again'), action: 'finish' } },
  placeOrder('one of two'),
  placeOrder('two of two'),
  ...['accept', 'send', 'finish'].map(
    (answer): WalkStep => ({
      as: 'seller',
      route: 'POST /api/shops/:shopId/orders/answers',
      params,
      body: {
        id: walkId(`answers ${answer}`),
        answer,
        orderIds: [walkId('one of two'), walkId('two of two')],
      },
    }),
  ),
  placeOrder('given up'),
  takeStep('buyer', 'given up', 'cancel'),
  placeOrder('asked to cancel'),
  takeStep('seller', 'asked to cancel', 'accept'),
  takeStep('buyer', 'asked to cancel', 'cancel'),
  takeStep('buyer', 'asked to cancel', 'ask-cancel'),
  takeStep('seller', 'asked to cancel', 'agree-cancel'),
]

const claim = (order: string, name: string, wish: string, amount: number): WalkStep => ({
  as: 'buyer',
  route: 'PUT /api/shops/:shopId/orders/:orderId/claims/:claimId',
  params: { shopId, orderId: walkId(order), claimId: walkId(name) },
  body: { wish, reason: 'spoiled', text: '坏了一半', goods: [{ line: 0, quantity: 1 }], amount, photos: [] },
})

const claims: WalkStep[] = [
  claim('sold', 'money', 'refund', 2500),
  takeStep('seller', 'sold', 'offer', { amount: 1000, note: '退一半' }),
  takeStep('buyer', 'sold', 'accept-offer'),
  takeStep('seller', 'sold', 'settle'),
  claim('one of two', 'goods', 'return', 2500),
  readToday,
  listOrders('?afterSale=open'),
  takeStep('seller', 'one of two', 'decline', { note: '没有坏' }),
  readOrder('buyer', 'one of two'),
  claim('two of two', 'again', 'resend', 0),
  takeStep('seller', 'two of two', 'agree-resend'),
  takeStep('seller', 'two of two', 'resend'),
]

/** Goods by hand, categories, delivery days and limits. */
const goods: WalkStep[] = [
  {
    as: 'seller',
    route: 'PUT /api/shops/:shopId/products/:productId/place',
    params: { shopId, productId: honey.id },
    body: {},
  },
  {
    as: 'seller',
    route: 'POST /api/shops/:shopId/products/on-sale',
    params,
    body: { productIds: [honey.id, walnuts.id], onSale: true },
  },
  { as: 'seller', route: 'GET /api/shops/:shopId/categories', params },
  {
    as: 'seller',
    route: 'PUT /api/shops/:shopId/settings',
    params,
    body: {
      ...{ version: 2, name: '核桃铺', phone: '13800138000', wechatId: 'hetaopu2026' },
      ...{ fulfilments: ['local', 'pickup'], payments: ['on-delivery', 'on-pickup'] },
      ...{ freight: { fee: 500, courier: { fee: 1200 } }, orderLimits: { waiting: 20, expiryHours: 48 } },
      ...{ lowStock: 3, deliverySlots: { local: rule } },
    },
  },
  {
    as: 'buyer',
    route: 'GET /api/shops/:shopId/delivery-slots',
    params,
    captures: { day: 'local.0.day' },
  },
  placeOrder('for a day', { more: { slot: { day: '$day', part: 'day' } } }),
  placeOrder('without a day'),
  {
    as: 'seller',
    route: 'PUT /api/shops/:shopId/blocked-buyers/:orderId',
    params: { shopId, orderId: walkId('for a day') },
    body: { id: walkId('block') },
  },
  { as: 'seller', route: 'GET /api/shops/:shopId/blocked-buyers', params },
  placeOrder('while blocked', { more: { slot: { day: '$day', part: 'day' } } }),
  {
    as: 'seller',
    route: 'DELETE /api/shops/:shopId/blocked-buyers/:orderId',
    params: { shopId, orderId: walkId('for a day') },
  },
  { as: 'buyer', route: 'GET /api/me/channels' },
]

/** A lesson, a shop that a trainer opens for somebody, and its hand-over. */
const centreWork: WalkStep[] = [
  { as: 'trainer', route: 'POST /api/me/roles', body: { code: '$invitation' } },
  { as: 'trainer', route: 'GET /api/me/roles' },
  {
    as: 'trainer',
    route: 'PUT /api/centres/:centre/lessons/:lessonId',
    params: { centre, lessonId },
    body: { kind: 'real' },
    captures: { number: 'number' },
  },
  { as: 'learner', route: 'GET /api/lesson-numbers/:number', params: { number: '$number' } },
  {
    as: 'learner',
    route: 'PUT /api/lessons/:lessonId/learners/:learnerId',
    params: { lessonId, learnerId: walkId('learner') },
    body: { number: '$number' },
  },
  {
    as: 'learner',
    route: 'PUT /api/lessons/:lessonId/attendance',
    params: { lessonId },
    body: { turn: 1, stage: 'product', spent: 5000, still: 0 },
  },
  {
    as: 'learner',
    route: 'PUT /api/lessons/:lessonId/attendance/hand',
    params: { lessonId },
    body: { isUp: true },
  },
  { as: 'trainer', route: 'GET /api/lessons/:lessonId/board', params: { lessonId } },
  {
    as: 'trainer',
    route: 'POST /api/lessons/:lessonId/actions',
    params: { lessonId },
    body: { id: walkId('focus'), action: 'focus', question: 'terms' },
  },
  { as: 'learner', route: 'GET /api/lessons/:lessonId/attendance', params: { lessonId } },
  {
    as: 'trainer',
    route: 'POST /api/lessons/:lessonId/actions',
    params: { lessonId },
    body: { id: walkId('end'), action: 'end' },
  },
  {
    as: 'trainer',
    route: 'PUT /api/centres/:centre/helps/:helpId',
    params: { centre, helpId: walkId('help') },
    body: { shopId: helpedShop, consent: 'spoken', person: '学员一' },
  },
  {
    as: 'trainer',
    route: 'PUT /api/shops/:shopId',
    params: { shopId: helpedShop },
    body: {
      ...{ trade: 'honey', help: walkId('help') },
      products: [
        {
          ...{ id: walkId('helped product'), name: '土蜂蜜', unit: '瓶', photos: [], onSale: true },
          skus: [{ id: walkId('helped sku'), price: 6800, stock: 10 }],
        },
      ],
    },
  },
  {
    as: 'trainer',
    route: 'PUT /api/shops/:shopId/handovers/:handoverId',
    params: { shopId: helpedShop, handoverId: walkId('hand-over') },
    captures: { digits: 'digits', letters: 'letters' },
  },
  { as: 'learner', route: 'POST /api/handover-codes/read', body: { code: '$letters' } },
  { as: 'learner', route: 'POST /api/handover-codes/accept', body: { code: '$letters' } },
  { as: 'learner', route: 'GET /api/shops/:shopId/helps', params: { shopId: helpedShop } },
  { as: 'learner', route: 'GET /api/shops/:shopId/help-steps', params: { shopId: helpedShop } },
]

/** What the apps of today do; the next release is recorded with it. */
export const walk: WalkStep[] = [
  ...(['seller', 'buyer', 'learner', 'trainer'] as const).map(signIn),
  ...openShop,
  // the first page of a seller
  readToday,
  { as: 'seller', route: 'GET /api/shops/:shopId/waiting', params },
  ...runShop,
  ...decorate,
  ...orders,
  ...claims,
  ...goods,
  ...centreWork,
  ...keepShop,
  listOrders(''),
  readMyOrders,
]
