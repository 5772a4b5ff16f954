import type { Browser } from 'playwright-core'
import { ApiClient, newId } from '../../support/api-client'
import type { WalkWorld } from '../../weapp/walk-world'
import { orderBody } from '../order-floor'
import type { Session } from '../paint-visit'

/** Number of waiting orders of a busy shop. */
export const BUSY_SHOP_ORDERS = 500

/** The person in WeChat who owns the busy shops. */
export const SELLER = 'seller'

const PRICE = 2500

export interface BusyShop {
  shopId: string
  /** The storage of a browser in which the owner is signed in. */
  session: Session
}

/** Signs a new browser in by a shop's key, and returns its storage. */
async function restoreShop(browser: Browser, origin: string, key: string): Promise<Session> {
  const context = await browser.newContext()
  try {
    const reply = await context.request.post(`${origin}/api/sessions`, { data: { provider: 'key', key } })
    if (!reply.ok()) throw new Error(`no session: ${reply.status()} ${await reply.text()}`)
    return { storageState: await context.storageState() }
  } finally {
    await context.close()
  }
}

/** Opens a shop with waiting orders; its owner is the seller in WeChat, and a browser. */
export async function openBusyShop(browser: Browser, world: WalkWorld, orders: number): Promise<BusyShop> {
  const { origin } = world
  const owner = await ApiClient.signIn(origin, { provider: 'wechat', code: world.loginCode(SELLER) })
  const buyer = await ApiClient.signIn(origin)
  const { shopId, skuIds, key } = await owner.openShop([{ name: '成县核桃', price: PRICE, stock: 10_000 }])
  const [skuId = ''] = skuIds
  const body = orderBody([{ id: skuId, price: PRICE }])
  for (let i = 0; i < orders; i++) {
    const placed = await buyer.send('PUT', `/api/shops/${shopId}/orders/${newId()}`, body)
    if (placed.status !== 200) throw new Error(`no order: ${placed.status} ${JSON.stringify(placed.body)}`)
  }
  return { shopId, session: await restoreShop(browser, origin, key) }
}
