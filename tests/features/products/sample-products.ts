import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { useProductDrafts } from '@/features/products/form/product-draft-store'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'

export const shopId = '01J0000000000000000000SH0P'
export const skuId = '01J000000000000000000SKVA1'
export const productId = '01J0000000000000000PRDVCT1'

export const shop: Shop = {
  id: shopId,
  slug: 'abc123',
  version: 1,
  trade: 'nuts',
  name: '家乡山货铺',
  fulfilments: ['local'],
  payments: ['on-delivery'],
  freight: { fee: 0 },
  openedAt: 1,
}

export const product = (more: Partial<Product> = {}): Product => ({
  id: productId,
  version: 3,
  name: '核桃',
  unit: '斤',
  photos: [],
  skus: [{ id: skuId, price: 2500, stock: 10, weight: 500 }],
  onSale: true,
  createdAt: 1,
  ...more,
})

/** The price and stock of the walnuts in the list. */
export const numbers = () => screen.findByRole('button', { description: /核桃/ })

export const idOf = (at: number) => `01J0000000000000000PRDVCT${at}`
export const named = (name: string, at: number, more: Partial<Product> = {}): Product =>
  product({
    id: idOf(at),
    name,
    skus: [{ id: `01J000000000000000000SKVA${at}`, price: 2500, stock: 9 }],
    ...more,
  })

export const problem = (status: number, code: string, current?: unknown): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, ...(current === undefined ? {} : { current }) },
})

interface Server {
  list(request: Request): Answer | null | Promise<Answer | null>
  one(): Answer | null
  put(request: Request): Answer | null | Promise<Answer | null>
  stock(request: Request): Answer | null | Promise<Answer | null>
  remove(): Answer | null
  /** Replies to what changes several products, and to categories. */
  several(request: Request): Answer | null | Promise<Answer | null>
}

/** Resets the app, and installs a fake server of one shop; each reply can be replaced. */
export function serve(): Server {
  fakeTaro.reset()
  useProductDrafts.setState({ drafts: {} })
  const server: Server = {
    list: () => ok({ items: [product()] }),
    one: () => ok(product()),
    put: ({ body }) => ok({ ...product(), ...(body as object), photos: [], version: 4 }),
    stock: () => ok({ skuId, stock: 11 }),
    remove: () => ok({ removed: true }),
    several: ({ path }) => ok(path.includes('/categories') ? { categories: [] } : { placed: true }),
  }
  fakeTaro.answerSignedIn((request) => {
    const { path, method } = request
    if (path.endsWith('/stock')) return server.stock(request)
    if (/\/(place|on-sale)$|\/categories/.test(path)) return server.several(request)
    if (method === 'PUT') return server.put(request)
    if (method === 'DELETE') return server.remove()
    if (/\/products\/\w+$/.test(path)) return server.one()
    if (path.includes('/products')) return server.list(request)
    return ok({ shop, look: {} })
  })
  return server
}

export const sent = <Body>(method: string, end = ''): Body[] =>
  fakeTaro.requests
    .filter(
      (request) =>
        request.method === method && request.path.endsWith(end) && request.path !== '/api/sessions',
    )
    .map(({ body }) => body as Body)

interface ProductBody {
  version: number
  name: string
  skus: { id: string; price: number; stock: number }[]
}

export const puts = () => sent<ProductBody>('PUT')
export const putPaths = () =>
  fakeTaro.requests.flatMap(({ method, path }) => (method === 'PUT' ? [path] : []))

export const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
export const save = () => press('存好')
export const box = (name: string) => screen.findByLabelText(name)

/** The navigation that ends a form. */
export const back = { by: 'reLaunch', url: `/pages/merchant/shop?shop=${shopId}&tab=goods` }
