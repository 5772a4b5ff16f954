import { randomBytes } from 'node:crypto'
import { ACCEPT } from '@/domain/api-version'
import { createId, type Id } from '@/domain/id'

export const newId = (): Id => createId(Date.now(), randomBytes(16))

export interface Reply<T = Record<string, unknown>> {
  status: number
  body: T
}

/** A signed-in API client with its own account. */
export class ApiClient {
  private constructor(
    readonly origin: string,
    readonly token: string,
    readonly accountId: string,
  ) {}

  static async signIn(origin: string, identity: object = { provider: 'device' }): Promise<ApiClient> {
    const reply = await fetch(`${origin}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(identity),
    })
    if (!reply.ok) throw new Error(`no session: ${reply.status} ${await reply.text()}`)
    const { token, accountId } = (await reply.json()) as { token: string; accountId: string }
    return new ApiClient(origin, token, accountId)
  }

  /** Returns the same account at another server of the same database. */
  at(origin: string): ApiClient {
    return new ApiClient(origin, this.token, this.accountId)
  }

  async send<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const reply = await fetch(this.origin + path, {
      method,
      headers: {
        accept: ACCEPT,
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: reply.status, body: (await reply.json()) as T }
  }

  /** Opens a shop with products of one sku each and returns its ids. */
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
