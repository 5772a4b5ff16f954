import { deskWords } from '@/words/zh/desk'
import { failureWords } from '@/words/zh/failure'
import { homeWords } from '@/words/zh/home'
import { becomeOwner } from './api'
import type { Stage } from './stage'

/** What each page says without a network. */
export async function takeOffline(stage: Stage) {
  const phone = await stage.phone()
  const shopId = await becomeOwner(phone, stage.shop('下街土货店'))
  await phone.loseServer()
  await phone.open('/')
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
}
