import { checkoutWords } from '@/locales/order/checkout'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { ordersWords } from '@/locales/order/orders'
import { productPageWords } from '@/locales/storefront/storefront'
import type { Phone } from '../phone/phone'
import { unpaidOrder } from './unpaid-order'

/** Opens a shop as from a shared link. */
export async function visitShop(phone: Phone, slug: string) {
  if (phone.kind === 'h5') await phone.open(`/s/${slug}`)
  else await phone.open('pages/storefront/shop', { slug })
}

/** Buys one item from its product page, up to the checkout. */
export async function buyOne(phone: Phone, name: string) {
  await phone.see(name)
  await phone.tap(name)
  await phone.see(productPageWords.buy(2500))
  await phone.tap(productPageWords.buy(2500))
  await phone.see(checkoutWords.title)
}

/** Orders local delivery with a pasted receiver. */
export async function orderDelivery(phone: Phone) {
  await phone.tap(fulfilmentWords.local)
  await phone.type(checkoutWords.receiver.paste, '收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号')
  await phone.see(checkoutWords.receiver.pasted)
  await phone.tapTwice(checkoutWords.submit)
  await phone.see(ordersWords.next.buyer(unpaidOrder('placed', 'local')))
}

/** Orders pickup as a returning buyer, without typing. */
export async function orderPickup(phone: Phone) {
  await phone.tap(fulfilmentWords.pickup)
  await phone.see('199****0001')
  await phone.tap(checkoutWords.submit)
  await phone.see(ordersWords.next.buyer(unpaidOrder('placed', 'pickup')))
}
