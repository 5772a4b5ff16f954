import { alertsWords } from '@/locales/message/alerts'
import { findOrdersWords, severalOrdersWords } from '@/locales/order/find-orders'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { printOrdersWords } from '@/locales/order/print-orders'
import { categoriesWords, manyProductsWords } from '@/locales/product/many-products'
import { sheetWords } from '@/locales/sheet'
import { closingWords } from '@/locales/shop/closing'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { selectAll, showOrders } from '../journey/seller'
import type { InspectablePhone } from '../phone/phone'
import { becomeOwner } from './api'
import type { ScreenWalk } from './screen-walk'

/** The number of the shop's orders. */
const ORDERS = 11

/** Takes what a seller uses with many orders: how she is told of them, finding, packing and printing them; and with many products. */
export async function takeSellerDay(walk: ScreenWalk) {
  const phone = await walk.phone()
  const shopId = await becomeOwner(phone, walk.shop('家乡山货铺'))
  await phone.open('/alerts', {})
  await walk.take(phone, 'seller-day-alerts', { see: alertsWords.quiet.title, whole: true })
  await phone.open('/closing', { shop: shopId })
  await walk.take(phone, 'seller-day-closing', { see: closingWords.what, whole: true })
  await openOrders(phone, shopId)
  await walk.take(phone, 'seller-day-orders')
  await walk.take(phone, 'seller-day-tools', { tap: severalOrdersWords.more })
  await phone.tap(sheetWords.close)
  await walk.take(phone, 'seller-day-days', { tap: findOrdersWords.which })
  await phone.tap(findOrdersWords.show, findOrdersWords.open)
  await phone.type(findOrdersWords.label, '木头')
  await walk.take(phone, 'seller-day-found-none', { see: findOrdersWords.empty })
  await phone.tap(findOrdersWords.close)
  await takeSeveral(walk, phone)
  await takeManyProducts(walk, phone, shopId)
  await phone.close()
}

async function openOrders(phone: InspectablePhone, shopId: string) {
  await phone.open('/merchant', { shop: shopId, tab: 'orders' })
  await phone.see(merchantDashboardWords.tabs.today)
  await showOrders(phone, 'all')
  await phone.see(orderLimitsWords.select.start)
}

async function takeSeveral(walk: ScreenWalk, phone: InspectablePhone) {
  await selectAll(phone, ORDERS)
  await walk.take(phone, 'seller-day-several', { see: severalOrdersWords.more })
  await walk.take(phone, 'seller-day-more', { tap: severalOrdersWords.more })
  await phone.tap(severalOrdersWords.copy)
  // WeChat asks for consent before the first text is copied
  if (phone.kind === 'weapp') await phone.tap('同意')
  await phone.tap(severalOrdersWords.more, severalOrdersWords.pick)
  await walk.take(phone, 'seller-day-picking', { see: severalOrdersWords.picking.title })
  await phone.tap(sheetWords.close, severalOrdersWords.more, printOrdersWords.open)
  await walk.take(phone, 'seller-day-print-slips', { see: printOrdersWords.hints.a6 })
  await walk.take(phone, 'seller-day-print-roll', { tap: printOrdersWords.papers.roll })
  await walk.take(phone, 'seller-day-print-list', { tap: printOrdersWords.papers.list, whole: true })
}

async function takeManyProducts(walk: ScreenWalk, phone: InspectablePhone, shopId: string) {
  await phone.open('/merchant', { shop: shopId, tab: 'goods' })
  await phone.see(manyProductsWords.more)
  await walk.take(phone, 'seller-day-products')
  await phone.tap(manyProductsWords.more)
  await walk.take(phone, 'seller-day-products-more')
  await phone.tap(manyProductsWords.select)
  await phone.tap(manyProductsWords.selecting.all)
  await walk.take(phone, 'seller-day-products-select')
  await phone.tap(manyProductsWords.selecting.end)
  await phone.tap(manyProductsWords.more)
  await phone.tap(manyProductsWords.order)
  await phone.see(manyProductsWords.ordering.end)
  await walk.take(phone, 'seller-day-products-order')
  await phone.tap(manyProductsWords.ordering.end)
  await phone.tap(manyProductsWords.more)
  await phone.tap(manyProductsWords.categories)
  await phone.see(categoriesWords.text)
  await walk.take(phone, 'seller-day-categories')
  await phone.tap(sheetWords.close)
}
