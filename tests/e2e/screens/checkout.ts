import { cartWords } from '@/locales/zh-CN/cart'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { fulfilmentWords } from '@/locales/zh-CN/fulfilment'
import { sectionWords } from '@/locales/zh-CN/sections'
import type { OpenPhone } from '../phone/phone'
import { becomeOwner, type Storefront, storefrontOf } from './api'
import type { Stage } from './stage'

/** Buys two things from 家乡山货铺, with every way that can go. */
export async function takeCheckout(stage: Stage) {
  const { slug } = stage.shop('家乡山货铺')
  const owner = await stage.phone()
  await becomeOwner(owner, stage.shop('家乡山货铺'))
  const phone = await stage.phone()
  await phone.open('/checkout', { slug })
  await stage.take(phone, 'checkout-empty')
  await phone.open(`/s/${slug}`)
  await phone.tap(sectionWords.goods.add('成县薄皮核桃', 0))
  await phone.tap(sectionWords.goods.add('山里黑木耳', 0))
  await phone.tap(cartWords.order)
  await phone.see(checkoutWords.title)
  await stage.take(phone, 'checkout-blank', { whole: true })
  await phone.tap(checkoutWords.submit)
  await stage.take(phone, 'checkout-faults', { whole: true })
  await phone.type(checkoutWords.receiver.paste, '收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号')
  await phone.see(checkoutWords.receiver.pasted)
  await stage.take(phone, 'checkout-pasted', { whole: true })
  await phone.tap(fulfilmentWords.pickup)
  await stage.take(phone, 'checkout-pickup', { whole: true })
  await phone.tap(fulfilmentWords.local)
  await takeChanged(stage, phone, owner, slug)
  await takeLost(stage, phone)
  await phone.close()
  await owner.close()
}

/** The owner changes a price while the buyer is about to order. */
async function takeChanged(stage: Stage, phone: OpenPhone, owner: OpenPhone, slug: string) {
  const { shop, products } = await storefrontOf(owner, slug)
  const [product] = products
  if (!product) throw new Error('the demo shop sells nothing')
  await owner.ask('PUT', `/api/shops/${shop.id}/products/${product.id}`, draftOf(product, 2800))
  await phone.tap(checkoutWords.submit)
  await phone.see(checkoutWords.changed.accept)
  await stage.take(phone, 'checkout-price-changed')
  await phone.tap(checkoutWords.changed.accept)
  await stage.take(phone, 'checkout-accepted')
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

/** The network breaks just as she orders. */
async function takeLost(stage: Stage, phone: OpenPhone) {
  await phone.cutNetwork()
  await phone.tap(checkoutWords.submit)
  await stage.take(phone, 'checkout-offline')
  await phone.restoreNetwork()
}
