import type { RouteReply } from '@/contract/routes'
import type { Product } from '@/domain/product/product'
import { createBundledLook } from '@/templates/bundled-templates'
import type { Answer, Request } from '../../support/components/taro'

type Storefront = RouteReply<'GET /api/storefronts/:slug'>

export const shopId = '01HZZZZZZZZZZZZZZZZZZZZZZ0'
export const slug = 'nutshop1'
const id = (at: number) => `01HZZZZZZZZZZZZZZZZZZZZZP${at}`

export const skuOf = (at: number) => `01HZZZZZZZZZZZZZZZZZZZZZS${at}`

export const nuts: Product = {
  id: id(1),
  version: 1,
  name: '核桃',
  unit: '斤',
  note: '今年新货',
  photos: [],
  skus: [{ id: skuOf(1), price: 2500, stock: 10 }],
  onSale: true,
  createdAt: 1,
}

export const honey: Product = {
  ...nuts,
  id: id(2),
  name: '土蜂蜜',
  unit: '瓶',
  skus: [
    { id: skuOf(2), label: '小瓶', price: 3000, stock: 4 },
    { id: skuOf(3), label: '大瓶', price: 6800, stock: 0 },
  ],
}

export const eggs: Product = {
  ...nuts,
  id: id(3),
  name: '土鸡蛋',
  unit: '箱',
  skus: [{ id: skuOf(4), price: 3800, stock: 0 }],
}

/** Creates this number of products, 核桃1 and so on. */
export const products = (count: number): Product[] =>
  Array.from({ length: count }, (_, at) => ({
    ...nuts,
    id: `01HZZZZZZZZZZZZZZZZZZZZM${String(at).padStart(2, '0')}`,
    name: `核桃${at + 1}`,
  }))

const look = createBundledLook('woodgrain')

export function storefront(
  shop: Partial<Storefront['shop']> = {},
  products = [nuts, honey, eggs],
): Storefront {
  if (!look) throw new Error('no woodgrain')
  return {
    shop: {
      id: shopId,
      slug,
      version: 1,
      trade: 'nuts',
      name: '山货铺',
      phone: '13900001234',
      pickupPlace: '沙坝镇服务站',
      fulfilments: ['local', 'pickup'],
      payments: ['on-delivery', 'on-pickup'],
      freight: { fee: 300, freeOver: 9900 },
      openedAt: 1,
      ...shop,
    },
    look,
    products,
  }
}

export const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, ...more },
})

type Answering = Answer | null | Promise<Answer | null>

/** Returns a request handler that signs in and serves one storefront; `more` handles other requests, `null` is a dead network. */
export const serving =
  (shown: () => Storefront | null, more: (request: Request) => Answering | undefined = () => undefined) =>
  (request: Request): Answering => {
    const answer = more(request)
    if (answer !== undefined) return answer
    if (request.path === '/api/sessions') return { status: 200, body: { token: 't', accountId: shopId } }
    const now = shown()
    if (request.path === `/api/storefronts/${slug}`) return now && { status: 200, body: now }
    return problem(404, 'not-found')
  }
