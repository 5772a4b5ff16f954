import { cartWords } from '@/locales/order/cart'
import { checkoutWords } from '@/locales/order/checkout'
import { fulfilmentWords, paymentWords } from '@/locales/order/fulfilment'
import { goodsWords } from '@/locales/product/goods'
import type { Phone } from '../phone/phone'
import { visitShop } from './buyer'

/** A shop of the demo world that takes WeChat Pay. */
export const DEMO_SHOP = '家乡山货铺'
/** One of its goods, which costs 25 yuan. */
const DEMO_GOOD = '成县薄皮核桃'

/** Chooses one good of a demo shop and fills the checkout in, up to its button. */
export async function fillPickupCheckout(phone: Phone, slug: string, good = DEMO_GOOD) {
  await visitShop(phone, slug)
  await phone.tap(goodsWords.add(good), cartWords.order)
  await phone.see(checkoutWords.title)
  await phone.type(checkoutWords.receiver.paste, '收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号')
  await phone.see(checkoutWords.receiver.pasted)
  await phone.tap(fulfilmentWords.pickup)
  await phone.see(paymentWords('wechat', 'pickup'))
}
