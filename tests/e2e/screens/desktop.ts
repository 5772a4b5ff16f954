import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { moneyWords } from '@/locales/payment/money'
import { productFormWords, productListWords } from '@/locales/product/products'
import { sheetWords } from '@/locales/sheet'
import { homeWords } from '@/locales/shop/home'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { settingsWords } from '@/locales/shop/settings'
import { shortcutsWords } from '@/locales/shop/shortcuts'
import { todayWords } from '@/locales/shop/today'
import type { Screen } from '../phone/phone'
import { becomeOwner, storefrontOf } from './api'
import type { ScreenWalk } from './screen-walk'

/** The window of a computer, where the seller's pages put things side by side. */
export const DESKTOP: Screen = { width: 1280, height: 800 }

/** Takes the pages that a wide window lays out differently, on H5: the home page, a shop, and the seller's pages. */
export async function takeDesktop(walk: ScreenWalk) {
  const shop = walk.shop('沙坝山货合作社')
  const owner = await walk.phone()
  await owner.open('/')
  await walk.take(owner, 'desktop-home', { see: homeWords.open.text })
  await owner.open(`/s/${shop.slug}`)
  const { products } = await storefrontOf(owner, shop.slug)
  const [product] = products
  if (!product) throw new Error('the shop has no product')
  await walk.take(owner, 'desktop-shop', { see: product.name })
  await owner.open('/product', { slug: shop.slug, id: product.id })
  await walk.take(owner, 'desktop-product', { see: product.name })

  const shopId = await becomeOwner(owner, shop)
  await owner.open('/merchant', { shop: shopId })
  await walk.take(owner, 'desktop-today', { see: todayWords.money })
  const { keyboard } = owner.page
  await keyboard.press('2')
  await owner.see(sellerOrdersWords.beside.none)
  await owner.page.locator('.order-row').first().waitFor()
  await walk.take(owner, 'desktop-orders')
  await keyboard.press('j')
  await walk.take(owner, 'desktop-order', { see: ordersWords.copy })
  await keyboard.press('?')
  await walk.take(owner, 'desktop-shortcuts', { see: shortcutsWords.off })
  await owner.tap(sheetWords.close)
  await keyboard.press('3')
  await owner.see(productListWords.addShort)
  await walk.take(owner, 'desktop-goods')
  await owner.page.locator('.product-row__open').first().click()
  await owner.see(productFormWords.save)
  await walk.take(owner, 'desktop-goods-form')
  await owner.tap(productListWords.beside.close)
  await owner.tap(merchantDashboardWords.tabs.shop)
  await owner.see(settingsWords.links.decorate.title)
  await walk.take(owner, 'desktop-settings')
  await owner.open('/money', { shop: shopId })
  await walk.take(owner, 'desktop-money', { see: moneyWords.days })
  await owner.close()
}
