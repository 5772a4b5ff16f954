import type { Browser } from 'playwright-core'
import { urlOf } from '@/routes'
import type { WalkWorld } from '../../weapp/walk-world'
import { type Network, visitOnce } from '../paint-visit'
import type { Row } from '../table'
import { BUSY_SHOP_ORDERS, type BusyShop, openBusyShop, SELLER } from './busy-shop'
import { measureAlternately, type Pair, SHORT_LENGTH, timeRow } from './compare-lists'
import { openInWeapp } from './weapp-visit'

const openBusyShops = async (browser: Browser, world: WalkWorld): Promise<Pair<BusyShop>> => ({
  long: await openBusyShop(browser, world, BUSY_SHOP_ORDERS),
  short: await openBusyShop(browser, world, SHORT_LENGTH),
})

/** Compares the seller's list of 500 waiting orders with one of 5, in the mini-program and on H5. */
export async function orderRows(browser: Browser, world: WalkWorld, network: Network): Promise<Row[]> {
  const shops = await openBusyShops(browser, world)
  const inWeapp = await measureAlternately(shops, ({ shopId }) =>
    openInWeapp(browser, world, { page: urlOf('merchant', { shop: shopId, tab: 'orders' }), person: SELLER }),
  )
  const visits = await measureAlternately(shops, ({ shopId, session }) =>
    visitOnce(browser, `${world.origin}/merchant?shop=${shopId}&tab=orders`, network, session),
  )
  const times = (of: 'painted' | 'takenOver') => ({
    long: visits.long.map((visit) => visit[of]),
    short: visits.short.map((visit) => visit[of]),
  })
  return [
    timeRow(`weapp: a seller's ${BUSY_SHOP_ORDERS} orders opened until sums are there`, inWeapp),
    timeRow(`H5, ${network.name}, CPU 4× slower: a seller's orders, name and first sum`, times('painted')),
    timeRow('  Taro has taken over', times('takenOver')),
  ]
}
