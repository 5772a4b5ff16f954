import { cartWords } from '@/locales/order/cart'
import { goodsWords } from '@/locales/product/goods'
import { shareWords } from '@/locales/shop/share'
import { myReportsWords, reportReasonWords, reportWords } from '@/locales/storefront/report'
import { productPageWords, storefrontWords } from '@/locales/storefront/storefront'
import type { InspectablePhone } from '../phone/phone'
import { becomeOwner, changeSettings, storefrontOf } from './api'
import type { ScreenWalk } from './screen-walk'

const SHOPS = { woodgrain: '家乡山货铺', orchard: '沙坝果园', plain: '下街土货店' } as const

/** Takes shops in each template, products, the cart, and closed or missing shops. */
export async function takeStorefronts(walk: ScreenWalk) {
  const phone = await walk.phone()
  for (const [template, name] of Object.entries(SHOPS)) {
    await phone.open(`/s/${walk.shop(name).slug}`)
    await walk.take(phone, `shop-${template}`, { see: name, whole: true })
  }
  await phone.open('/s/nosuchshop')
  await walk.take(phone, 'shop-gone', { see: storefrontWords.gone.title })
  await takeProducts(walk, phone)
  await takeReport(walk, phone)
  await takeCart(walk, phone)
  await phone.close()
  await takeClosed(walk)
}

async function takeProducts(walk: ScreenWalk, phone: InspectablePhone) {
  for (const [template, name] of Object.entries(SHOPS)) {
    const { slug } = walk.shop(name)
    const { products } = await storefrontOf(phone, slug)
    const open = async (product: (typeof products)[number] | undefined, as: string) => {
      await phone.open('/product', { slug, id: product?.id ?? '01J0000000000000000000NONE' })
      await phone.see(product?.name ?? productPageWords.gone.title)
      await walk.take(phone, as, { whole: true })
    }
    await open(products[0], `product-${template}`)
    const several = products.find(({ skus }) => skus.length > 1)
    if (several) await open(several, `product-skus-${template}`)
    const out = products.find(({ skus }) => skus.every(({ stock }) => stock === 0))
    if (out) await open(out, 'product-sold-out')
    if (template === 'woodgrain') {
      await open(undefined, 'product-gone')
      await phone.open('/share', { slug, id: products[0]?.id ?? '' })
      await walk.take(phone, 'share-product', { see: shareWords.save, whole: true })
    }
  }
}

/** Takes the report of a shop: with no reason yet, and sent. */
async function takeReport(walk: ScreenWalk, phone: InspectablePhone) {
  const { shop } = await storefrontOf(phone, walk.shop(SHOPS.plain).slug)
  await phone.open('/report', { shop: shop.id })
  await phone.see(reportWords.shop)
  await walk.take(phone, 'report', { tap: reportWords.send, see: reportWords.missing })
  await phone.tap(reportReasonWords.fake, reportWords.send)
  await walk.take(phone, 'report-sent', { see: reportWords.done.title })
  await walk.take(phone, 'reports', { tap: reportWords.mine, see: myReportsWords.waiting })
}

async function takeCart(walk: ScreenWalk, phone: InspectablePhone) {
  await phone.open(`/s/${walk.shop(SHOPS.woodgrain).slug}`)
  await phone.tap(goodsWords.add('成县薄皮核桃'), goodsWords.add('核桃礼盒'), goodsWords.add('核桃礼盒'))
  await walk.take(phone, 'shop-with-cart', { see: cartWords.order })
  await walk.take(phone, 'cart-sheet', { tap: cartWords.count(3) })
  await walk.take(phone, 'cart-clear-ask', { tap: cartWords.clear })
  await phone.tap(cartWords.clearNo)
}

/** Takes a closed shop as a buyer. */
async function takeClosed(walk: ScreenWalk) {
  const owner = await walk.phone()
  const { slug } = walk.shop(SHOPS.orchard)
  const { shop, products } = await storefrontOf(owner, slug)
  await becomeOwner(owner, walk.shop(SHOPS.orchard)).catch(() => undefined)
  const buyer = await walk.phone()
  await buyer.open(`/s/${slug}`)
  const simple = products.find(({ skus }) => skus.length === 1 && skus.every(({ stock }) => stock > 0))
  await buyer.tap(goodsWords.add(simple?.name ?? ''))
  await buyer.see(cartWords.order)
  await changeSettings(owner, shop.id, {
    closedUntil: new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10),
  })
  await buyer.open(`/s/${slug}`)
  await walk.take(buyer, 'shop-closed')
  await buyer.open('/product', { slug, id: products[0]?.id ?? '' })
  await walk.take(buyer, 'product-closed')
  await buyer.open('/checkout', { slug })
  await walk.take(buyer, 'checkout-closed')
  await buyer.close()
  await owner.close()
}
