import type { Claim } from '@/domain/order/claim'
import type { Order } from '@/domain/order/order'
import { fakeTaro } from '../../support/components/taro'

export const shopId = '01J0000000000000000000SH0P'
export const orderId = '01J000000000000000000RDER1'

export const order = (more: Partial<Order> = {}): Order => ({
  id: orderId,
  shopId,
  number: 7,
  state: 'placed',
  payment: { method: 'on-delivery', state: 'due' },
  afterSale: 'none',
  lines: [
    {
      skuId: '01J000000000000000000SKVA1',
      productId: '01J0000000000000000PRDVCT1',
      name: '核桃',
      unit: '斤',
      price: 2500,
      quantity: 2,
    },
  ],
  goods: 5000,
  freight: 300,
  total: 5300,
  fulfilment: 'local',
  receiver: { name: '收货人', phone: '13900001234', address: '成县沙坝镇下街 18 号' },
  createdAt: Date.now() - 120_000,
  updatedAt: Date.now() - 120_000,
  history: [],
  ...more,
})

export const view = (shown: Order, role: 'owner' | 'buyer' = 'buyer') => ({
  order: shown,
  role,
  shop: { name: '家乡山货铺', slug: 'abc123', trade: 'nuts', phone: '13800006021', pickupPlace: '镇服务站' },
})

export const problem = (status: number, code: string, current?: unknown) => ({
  status,
  body: { type: 'about:blank', title: code, status, code, ...(current === undefined ? {} : { current }) },
})

interface Step {
  id: string
  action: string
}

/** The steps sent so far, in order. */
export const sentSteps = (): Step[] =>
  fakeTaro.requests.filter(({ path }) => path.endsWith('/steps')).map(({ body }) => body as Step)

/** A claim that waits for its answer. */
export const claim = (more: Partial<Claim> = {}): Claim => ({
  id: '01J000000000000000000C1A1M',
  ...{ wish: 'refund', reason: 'spoiled', amount: 2500, goods: [{ line: 0, quantity: 1 }] },
  ...{ text: '坏了一斤', photos: [], state: 'asked', at: Date.now() - 3_600_000 },
  ...more,
})
