import { orderStateWords } from '@/words/zh/order'
import type { Phone } from '../phone/phone'
import { orderHome, orderPickup, visitShop, wantOne } from './buyer'
import { goToShop, moveToDone } from './seller'
import { openShop } from './villager'

const PRODUCT = '成县核桃'
const SHOP = '成县核桃小店'

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
  await buyer.see(orderStateWords('done', 'local'))

  await visitShop(buyer, slug)
  await wantOne(buyer, PRODUCT)
  await orderPickup(buyer)
  await goToShop(seller, SHOP)
  await moveToDone(seller, 'pickup')
  await buyer.restart()
  await buyer.see(orderStateWords('done', 'pickup'))
  return slug
}
