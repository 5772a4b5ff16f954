import type { Fulfilment } from '@/domain/order/fulfilment'
import { orderActionWords } from '@/locales/order/order'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { homeWords } from '@/locales/shop/home'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { todayWords } from '@/locales/shop/today'
import type { Phone } from '../phone/phone'
import { unpaidOrder } from './unpaid-order'

/** Opens the seller's shop from the home page. */
export async function openMyShop(phone: Phone, shopName: string) {
  await phone.open(phone.kind === 'h5' ? '/' : 'pages/home/index')
  await phone.see(homeWords.myShops)
  await phone.see(shopName)
  await phone.tap(shopName)
  await phone.see(merchantDashboardWords.tabs.today)
}

/** Moves the only waiting order from placed to done by the main buttons. */
export async function moveToDone(phone: Phone, kind: Fulfilment) {
  await phone.see(todayWords.waiting.title(1))
  await phone.tap(todayWords.waiting.do, orderActionWords('accept', unpaidOrder('placed', kind), 'owner'))
  await phone.tap(sellerOrdersWords.filterWithCount(sellerOrdersWords.filters.accepted, 1))
  await phone.see(sellerOrdersWords.state(unpaidOrder('accepted', kind)))
  await phone.tap(orderActionWords('send', unpaidOrder('placed', kind), 'owner'))
  await phone.tap(sellerOrdersWords.filterWithCount(sellerOrdersWords.filters.underway, 1))
  await phone.see(sellerOrdersWords.state(unpaidOrder('underway', kind)))
  await phone.tap(orderActionWords('finish', unpaidOrder('placed', kind), 'owner'))
  await phone.tap(sellerOrdersWords.filters.done)
  await phone.see(sellerOrdersWords.state(unpaidOrder('done', kind)))
}
