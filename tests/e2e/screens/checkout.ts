import { cartWords } from '@/locales/order/cart'
import { checkoutWords } from '@/locales/order/checkout'
import { fulfilmentWords, paymentWords } from '@/locales/order/fulfilment'
import { ordersWords } from '@/locales/order/orders'
import { payingWords } from '@/locales/payment/paying'
import { refundPartWords } from '@/locales/payment/refund-part'
import { goodsWords } from '@/locales/product/goods'
import { atTill } from '../journey/till'
import type { InspectablePhone } from '../phone/phone'
import { becomeOwner, type Storefront, storefrontOf } from './api'
import type { ScreenWalk } from './screen-walk'

/** Takes the checkout in all its states. */
export async function takeCheckout(walk: ScreenWalk) {
  const { slug } = walk.shop('家乡山货铺')
  const owner = await walk.phone()
  await becomeOwner(owner, walk.shop('家乡山货铺'))
  const phone = await walk.phone()
  await phone.open('/checkout', { slug })
  await walk.take(phone, 'checkout-empty')
  await phone.open(`/s/${slug}`)
  await phone.tap(goodsWords.add('成县薄皮核桃'), goodsWords.add('山里黑木耳'), cartWords.order)
  await walk.take(phone, 'checkout-blank', { see: checkoutWords.title, whole: true })
  await walk.take(phone, 'checkout-faults', { tap: checkoutWords.submit, whole: true })
  await phone.type(checkoutWords.receiver.paste, '收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号')
  await walk.take(phone, 'checkout-pasted', { see: checkoutWords.receiver.pasted, whole: true })
  await walk.take(phone, 'checkout-pickup', { tap: fulfilmentWords.pickup, whole: true })
  await takeToPay(walk, owner, slug)
  await phone.tap(fulfilmentWords.local)
  await takeChanged(walk, phone, owner, slug)
  await takeLost(walk, phone)
  await phone.close()
  await owner.close()
}

const PAID = ordersWords.next.buyer({
  state: 'placed',
  fulfilment: 'local',
  afterSale: 'none',
  payment: { method: 'wechat', state: 'paid' },
})

/** An order that waits for its payment online, after the till was closed without paying; then paid, and returned in part. */
async function takeToPay(walk: ScreenWalk, owner: InspectablePhone, slug: string) {
  const phone = await walk.phone()
  await phone.open(`/s/${slug}`)
  await phone.tap(goodsWords.add('成县薄皮核桃'), cartWords.order)
  await phone.see(checkoutWords.title)
  await phone.type(checkoutWords.receiver.paste, '收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号')
  await phone.see(checkoutWords.receiver.pasted)
  await atTill(phone, 'cancel', () => phone.tap(checkoutWords.submit))
  await walk.take(phone, 'order-to-pay', { whole: true })
  await walk.take(phone, 'order-more', { tap: ordersWords.further })
  await walk.take(phone, 'order-change-method', { tap: payingWords.change })
  await phone.tap(payingWords.keep)
  await atTill(phone, 'pay', () => phone.tap(payingWords.pay(paymentWords('wechat', 'local'))))
  await walk.take(phone, 'order-paid', { see: PAID })
  const { shop = '', order = '' } = await phone.params()
  await owner.open('/merchant-order', { shop, order })
  await owner.tap(ordersWords.further)
  await walk.take(owner, 'merchant-refund', { tap: refundPartWords.open, see: refundPartWords.text })
  await walk.take(owner, 'merchant-refund-faults', { tap: refundPartWords.confirm(null) })
  await phone.close()
}

/** The owner changes a price before the buyer submits. */
async function takeChanged(walk: ScreenWalk, phone: InspectablePhone, owner: InspectablePhone, slug: string) {
  const { shop, products } = await storefrontOf(owner, slug)
  const [product] = products
  if (!product) throw new Error('the demo shop sells nothing')
  await owner.request('PUT', `/api/shops/${shop.id}/products/${product.id}`, draftOf(product, 2800))
  await phone.tap(checkoutWords.submit)
  await walk.take(phone, 'checkout-price-changed', { see: checkoutWords.changed.accept })
  await walk.take(phone, 'checkout-accepted', { tap: checkoutWords.changed.accept })
}

function draftOf(
  { id: _, createdAt: _c, photos, skus, ...rest }: Storefront['products'][number],
  price: number,
) {
  return {
    ...rest,
    photos: photos.map(({ id }) => id),
    skus: skus.map((sku) => ({ ...sku, price })),
  }
}

/** The network fails when the order is submitted. */
async function takeLost(walk: ScreenWalk, phone: InspectablePhone) {
  await phone.cutNetwork()
  await walk.take(phone, 'checkout-offline', { tap: checkoutWords.submit })
  await phone.restoreNetwork()
}
