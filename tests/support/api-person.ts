import { randomBytes } from 'node:crypto'
import { type Id, makeId } from '@/domain/id'

export const newId = (): Id => makeId(Date.now(), randomBytes(16))

export interface Reply<T = Record<string, unknown>> {
  status: number
  body: T
}

/** Someone with a phone of their own who talks to the API directly. */
export class ApiPerson {
  private constructor(
    readonly origin: string,
    readonly token: string,
    readonly accountId: string,
  ) {}

  static async arrive(origin: string): Promise<ApiPerson> {
    const reply = await fetch(`${origin}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'device' }),
    })
    if (!reply.ok) throw new Error(`no session: ${reply.status} ${await reply.text()}`)
    const { token, accountId } = (await reply.json()) as { token: string; accountId: string }
    return new ApiPerson(origin, token, accountId)
  }

  /** The same person, asking another server of the same data. */
  at(origin: string): ApiPerson {
    return new ApiPerson(origin, this.token, this.accountId)
  }

  async send<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const reply = await fetch(this.origin + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: reply.status, body: (await reply.json()) as T }
  }

  /** Opens a shop of one or more products, each of one sku; answers its ids. */
  async openShop(
    goods: { name: string; price: number; stock: number }[],
    more: Record<string, unknown> = {},
  ) {
    const shopId = newId()
    const products = goods.map((good) => ({
      id: newId(),
      name: good.name,
      unit: '斤',
      photos: [],
      skus: [{ id: newId(), price: good.price, stock: good.stock }],
      onSale: true,
    }))
    const reply = await this.send<{ slug: string; url: string; key: string }>('PUT', `/api/shops/${shopId}`, {
      trade: 'nuts',
      products,
      ...more,
    })
    if (reply.status >= 300) throw new Error(`no shop: ${reply.status} ${JSON.stringify(reply.body)}`)
    const skuIds = products.map((product) => product.skus[0]?.id ?? '')
    return { shopId, products, skuIds, ...reply.body }
  }
}
