import type { Fulfilment } from '@/domain/order/fulfilment'
import { ordersWords } from '@/locales/order/orders'
import type { Phone } from '../phone/phone'
import { buyOne, orderDelivery, orderPickup, visitShop } from './buyer'
import { moveToDone, openMyShop } from './seller'
import { unpaidOrder } from './unpaid-order'
import { openShop } from './wizard'

const PRODUCT = '成县核桃'
const SHOP = '成县核桃小店'

const done = (fulfilment: Fulfilment) => ordersWords.next.buyer(unpaidOrder('done', fulfilment))

export interface Cast {
  seller: Phone
  buyer: Phone
  homePath: string
}

/** A seller opens a shop, a buyer orders delivery, and the seller completes the order. Returns the shop's slug. */
export async function runDeliveryJourney({ seller, buyer, homePath }: Cast): Promise<string> {
  await seller.open(homePath)
  const slug = await openShop(seller)

  await visitShop(buyer, slug)
  await buyOne(buyer, PRODUCT)
  await orderDelivery(buyer)
  await openMyShop(seller, SHOP)
  await moveToDone(seller, 'local')
  await buyer.restart()
  await buyer.see(done('local'))
  return slug
}

/** Runs the user journey: the delivery journey, then the buyer orders pickup, and the seller completes that order too. */
export async function runUserJourney(cast: Cast): Promise<string> {
  const slug = await runDeliveryJourney(cast)
  const { seller, buyer } = cast
  await visitShop(buyer, slug)
  await buyOne(buyer, PRODUCT)
  await orderPickup(buyer)
  await openMyShop(seller, SHOP)
  await moveToDone(seller, 'pickup')
  await buyer.restart()
  await buyer.see(done('pickup'))
  return slug
}
