import type { Fulfilment } from '@/domain/order/fulfilment'
import { findOrdersWords } from '@/locales/order/find-orders'
import { orderActionWords } from '@/locales/order/order'
import { orderLimitsWords } from '@/locales/order/order-limits'
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
  await phone.tap(sellerOrdersWords.filterWithCount(sellerOrdersWords.filters['to-do'], 1))
  await phone.tap(orderActionWords('send', unpaidOrder('placed', kind), 'owner'))
  await phone.tap(sellerOrdersWords.filterWithCount(sellerOrdersWords.filters.underway, 1))
  await phone.tap(orderActionWords('finish', unpaidOrder('placed', kind), 'owner'))
  await phone.tap(sellerOrdersWords.filters.over)
  await phone.see(orderActionWords('undo-finish', unpaidOrder('done', kind), 'owner'))
}

/** Shows the orders of one filter, which is among the further conditions of the list. */
export const showOrders = (phone: Phone, filter: 'all' | 'done' | 'cancelled') =>
  phone.tap(findOrdersWords.filter, sellerOrdersWords.filters[filter], findOrdersWords.show)

/** Selects all orders of the list, of which there are so many. */
export const selectAll = (phone: Phone, count: number) =>
  phone.tap(orderLimitsWords.select.start, orderLimitsWords.select.all(count))
