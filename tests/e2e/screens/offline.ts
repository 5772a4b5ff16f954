import { deskWords } from '@/words/zh/desk'
import { failureWords } from '@/words/zh/failure'
import { homeWords } from '@/words/zh/home'
import type { H5Phone } from '../phone/h5-phone'
import { becomeOwner } from './api'
import type { Stage } from './stage'

/** The app is loaded but the server does not answer. */
const block = (phone: H5Phone) =>
  phone.page.route('**/api/**', (route) => route.abort('internetdisconnected'))

/** What each page says without a network. */
export async function takeOffline(stage: Stage) {
  const phone = await stage.phone()
  const shopId = await becomeOwner(phone, stage.shop('下街土货店'))
  await block(phone)
  await phone.open('/')
  await phone.see(homeWords.shopsOffline)
  await stage.take(phone, 'offline-home')
  const pages = {
    shop: `/s/${stage.shop('家乡山货铺').slug}`,
    orders: '/orders',
    merchant: `/merchant?shop=${shopId}`,
    order: `/order?shop=${shopId}&order=${shopId}`,
  }
  for (const [name, path] of Object.entries(pages)) {
    await phone.open(path)
    await phone.see(failureWords.offline)
    await stage.take(phone, `offline-${name}`)
  }
  await phone.page.unrouteAll()
  await phone.open(pages.merchant)
  await phone.see(deskWords.tabs.orders)
  await block(phone)
  await phone.tap(deskWords.tabs.orders)
  await stage.take(phone, 'offline-merchant-orders')
  await phone.close()
}
