import { failureWords } from '@/locales/failure'
import { goodsWords } from '@/locales/product/goods'
import { homeWords } from '@/locales/shop/home'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { cachedShopWords } from '@/locales/storefront/cached-shop'
import { becomeOwner, storefrontOf } from './api'
import type { ScreenWalk } from './screen-walk'

/** Takes each page without a network. */
export async function takeOffline(walk: ScreenWalk) {
  const phone = await walk.phone()
  const shopId = await becomeOwner(phone, walk.shop('下街土货店'))
  await phone.blockApi()
  // a mini-program starts at the home page, which loads the list of shops
  if (phone.kind === 'weapp') await phone.restart()
  await phone.open('/')
  // a running app would still have its data in memory
  await phone.restart()
  await walk.take(phone, 'offline-home', { see: homeWords.shopsOffline })
  const pages = {
    // at `/s/…` the server includes the shop in the page
    shop: `/shop?slug=${walk.shop('家乡山货铺').slug}`,
    orders: '/orders',
    merchant: `/merchant?shop=${shopId}`,
    order: `/order?shop=${shopId}&order=${shopId}`,
  }
  for (const [name, path] of Object.entries(pages)) {
    await phone.open(path)
    await walk.take(phone, `offline-${name}`, { see: failureWords.offline })
  }
  await phone.unblockApi()
  await phone.open(pages.merchant)
  await phone.see(merchantDashboardWords.tabs.orders)
  await phone.blockApi()
  await walk.take(phone, 'offline-merchant-orders', { tap: merchantDashboardWords.tabs.orders })
  await phone.close()
  await takeCachedShop(walk)
}

/** Takes a cached shop, product and checkout without a network. */
async function takeCachedShop(walk: ScreenWalk) {
  const phone = await walk.phone()
  const { slug } = walk.shop('家乡山货铺')
  const { shop, products } = await storefrontOf(phone, slug)
  await phone.open(`/s/${slug}`)
  await phone.tap(goodsWords.add('成县薄皮核桃'))
  await phone.blockApi()
  await phone.open('/shop', { slug })
  await walk.take(phone, 'offline-shop-seen', { see: cachedShopWords.call(shop.phone ?? ''), whole: true })
  await phone.open('/product', { slug, id: products[0]?.id ?? '' })
  await walk.take(phone, 'offline-product-seen', { see: cachedShopWords.call(shop.phone ?? '') })
  await phone.open('/checkout', { slug })
  await walk.take(phone, 'offline-checkout', { see: cachedShopWords.order({ code: 'offline' }) })
  await phone.close()
}
