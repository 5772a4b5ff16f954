import { oldWords } from '@/locales/zh-CN/cached-shop'
import { failureWords } from '@/locales/zh-CN/failure'
import { homeWords } from '@/locales/zh-CN/home'
import { deskWords } from '@/locales/zh-CN/merchant-dashboard'
import { sectionWords } from '@/locales/zh-CN/sections'
import { becomeOwner, storefrontOf } from './api'
import type { Stage } from './stage'

/** What each page says without a network. */
export async function takeOffline(stage: Stage) {
  const phone = await stage.phone()
  const shopId = await becomeOwner(phone, stage.shop('下街土货店'))
  await phone.loseServer()
  // a mini-program begins at home and knows from there whose shops these were
  if (phone.kind === 'weapp') await phone.restart()
  await phone.open('/')
  // an app that was running remembers what it read
  await phone.restart()
  await phone.see(homeWords.shopsOffline)
  await stage.take(phone, 'offline-home')
  const pages = {
    // by `/s/…` the server sends the shop along
    shop: `/shop?slug=${stage.shop('家乡山货铺').slug}`,
    orders: '/orders',
    merchant: `/merchant?shop=${shopId}`,
    order: `/order?shop=${shopId}&order=${shopId}`,
  }
  for (const [name, path] of Object.entries(pages)) {
    await phone.open(path)
    await phone.see(failureWords.offline)
    await stage.take(phone, `offline-${name}`)
  }
  await phone.findServer()
  await phone.open(pages.merchant)
  await phone.see(deskWords.tabs.orders)
  await phone.loseServer()
  await phone.tap(deskWords.tabs.orders)
  await stage.take(phone, 'offline-merchant-orders')
  await phone.close()
  await takeSeenBefore(stage)
}

/** A shop that was opened before, what was chosen there, and its order, with its phone to call instead. */
async function takeSeenBefore(stage: Stage) {
  const phone = await stage.phone()
  const { slug } = stage.shop('家乡山货铺')
  const { shop, products } = await storefrontOf(phone, slug)
  await phone.open(`/s/${slug}`)
  await phone.tap(sectionWords.goods.add('成县薄皮核桃', 0))
  await phone.loseServer()
  await phone.open('/shop', { slug })
  await phone.see(oldWords.call(shop.phone ?? ''))
  await stage.take(phone, 'offline-shop-seen', { whole: true })
  await phone.open('/product', { slug, id: products[0]?.id ?? '' })
  await phone.see(oldWords.call(shop.phone ?? ''))
  await stage.take(phone, 'offline-product-seen')
  await phone.open('/checkout', { slug })
  await phone.see(oldWords.order({ code: 'offline' }))
  await stage.take(phone, 'offline-checkout')
  await phone.close()
}
