import type { Fulfilment } from '@/domain/fulfilment'
import { ordersWords } from '@/locales/zh-CN/orders'
import type { Phone } from '../phone/phone'
import { orderHome, orderPickup, visitShop, wantOne } from './buyer'
import { goToShop, moveToDone } from './seller'
import { openShop } from './villager'

const PRODUCT = '成县核桃'
const SHOP = '成县核桃小店'

const done = (fulfilment: Fulfilment) =>
  ordersWords.next.buyer({ state: 'done', fulfilment, afterSale: 'none' })

export interface Cast {
  seller: Phone
  buyer: Phone
  frontDoor: string
}

/** The whole story: she opens a shop; he orders to his door and to fetch; she brings it, done. */
export async function tellStory({ seller, buyer, frontDoor }: Cast) {
  await seller.open(frontDoor)
  const slug = await openShop(seller)

  await visitShop(buyer, slug)
  await wantOne(buyer, PRODUCT)
  await orderHome(buyer)
  await goToShop(seller, SHOP)
  await moveToDone(seller, 'local')
  await buyer.restart()
  await buyer.see(done('local'))

  await visitShop(buyer, slug)
  await wantOne(buyer, PRODUCT)
  await orderPickup(buyer)
  await goToShop(seller, SHOP)
  await moveToDone(seller, 'pickup')
  await buyer.restart()
  await buyer.see(done('pickup'))
  return slug
}
