import { type SettingsPartName, settingsParts } from '@/features/settings/settings-parts'
import { findOrdersWords } from '@/locales/order/find-orders'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { productFormWords, productListWords } from '@/locales/product/products'
import { hiddenPartsWords } from '@/locales/shop/hidden-parts'
import { keyWords } from '@/locales/shop/key'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { ownAppWords } from '@/locales/shop/own-app'
import { settingsWords } from '@/locales/shop/settings'
import { settingsRowsWords } from '@/locales/shop/settings-rows'
import { todayWords } from '@/locales/shop/today'
import { ApiClient } from '../../support/api-client'
import { operatorPath } from '../operator/console-stage'
import type { InspectablePhone } from '../phone/phone'
import { becomeOwner, changeSettings, type Order, storefrontOf } from './api'
import type { ScreenWalk } from './screen-walk'

const NAME = '家乡山货铺'

/** Takes every seller page of a shop with orders in each state. */
export async function takeMerchant(walk: ScreenWalk) {
  const phone = await walk.phone()
  const shopId = await becomeOwner(phone, walk.shop(NAME))
  const tab = async (key: string, name: string) => {
    await phone.open('/merchant', { shop: shopId, tab: key })
    await phone.see(merchantDashboardWords.tabs.today)
    await walk.take(phone, name, { whole: true })
  }
  await tab('today', 'merchant-today')
  await walk.take(phone, 'merchant-share-sheet', { tap: todayWords.share })
  await tab('orders', 'merchant-orders')
  await walk.take(phone, 'merchant-orders-filter', { tap: findOrdersWords.filter })
  await phone.tap(sellerOrdersWords.filters.cancelled, findOrdersWords.show)
  await walk.take(phone, 'merchant-orders-cancelled')
  await tab('goods', 'merchant-goods')
  await phone.page.locator('.product-row__numbers').filter({ visible: true }).first().tap()
  await walk.take(phone, 'merchant-numbers-sheet')
  await phone.tap(productListWords.delivery)
  await walk.take(phone, 'merchant-stock-sheet')
  await tab('shop', 'merchant-settings')
  await takeSettings(walk, phone, shopId)
  await takeOrderPages(walk, phone, shopId)
  await takeEditor(walk, phone, shopId)
  await takeHiddenParts(walk, phone, shopId)
  await takeOperated(walk, phone, shopId)
  await phone.open('/merchant', { shop: '01J0000000000000000000NONE' })
  await walk.take(phone, 'merchant-gone')
  await phone.close()
}

/** Takes what others do not see of a shop whose notice has a banned word: on 今天, in the list, and with an appeal. */
async function takeHiddenParts(walk: ScreenWalk, phone: InspectablePhone, shopId: string) {
  await changeSettings(phone, shopId, { notice: '村里也有冰毒，进来看看' })
  await phone.open('/merchant', { shop: shopId, tab: 'today' })
  await walk.take(phone, 'merchant-today-hidden', { see: todayWords.hiddenParts.title(1) })
  await phone.open('/hidden', { shop: shopId })
  await walk.take(phone, 'hidden-parts', { see: hiddenPartsWords.lead, whole: true })
  await phone.tap(hiddenPartsWords.appeal)
  await walk.take(phone, 'hidden-parts-appeal', {
    tap: hiddenPartsWords.sheet.send,
    see: hiddenPartsWords.sheet.missing,
  })
}

/** Takes what an operator has done with a shop: its block, and the progress of its own mini-program. */
async function takeOperated(walk: ScreenWalk, phone: InspectablePhone, shopId: string) {
  const operator = await ApiClient.signIn(walk.origin)
  const [, code] = (await operatorPath(walk)).split('#')
  await operator.send('POST', '/api/operator/session', { code })
  const shop = `/api/operator/shops/${shopId}`
  const states = {
    filing: 'refused',
    category: 'done',
    payment: 'underway',
    audit: 'waiting',
    release: 'waiting',
  }
  const note = '身份证照片反光，请再拍一次'
  await operator.send('PUT', `${shop}/own-app`, { appid: 'wx0123456789abcdef', states, note })
  const reasons = { reason: '有人举报', ownerReason: '野生动物不能卖' }
  await operator.send('PUT', `${shop}/block`, { blocked: true, ...reasons })
  await phone.open('/own-app', { shop: shopId })
  await walk.take(phone, 'own-app', { see: ownAppWords.lead, whole: true })
  await phone.open('/hidden', { shop: shopId })
  await walk.take(phone, 'hidden-block', { see: hiddenPartsWords.block.title, whole: true })
}

async function takeSettings(walk: ScreenWalk, phone: InspectablePhone, shopId: string) {
  const open = async (part: SettingsPartName) => {
    await phone.open('/settings', { shop: shopId, part })
    await phone.see(settingsRowsWords.titles[part])
  }
  for (const part of settingsParts) {
    await open(part)
    await walk.take(phone, `merchant-settings-${part}`, { whole: true })
  }
  await open('storefront')
  await phone.type(settingsWords.fields.notice, '新核桃下来了')
  await walk.take(phone, 'merchant-settings-unsaved')
  await phone.tap(settingsWords.forget)
  await open('closure')
  await phone.tap(settingsWords.restUntil)
  await walk.take(phone, 'merchant-rest-sheet')
  await open('key')
  await phone.tap(keyWords.renew)
  await walk.take(phone, 'merchant-key-ask')
  await phone.tap(keyWords.renewYes)
  await phone.see(keyWords.save)
  await phone.tap(keyWords.save)
  // WeChat asks for consent before the first picture is saved
  if (phone.kind === 'weapp') await phone.tap('同意')
  await walk.take(phone, 'merchant-key-new')
}

async function takeOrderPages(walk: ScreenWalk, phone: InspectablePhone, shopId: string) {
  const { items } = await phone.request<{ items: Order[] }>('GET', `/api/shops/${shopId}/orders?limit=50`)
  const shown = {
    placed: items.find(({ state }) => state === 'placed'),
    accepted: items.find(({ state }) => state === 'accepted'),
    underway: items.find(({ state }) => state === 'underway'),
    done: items.find(({ state, afterSale }) => state === 'done' && afterSale === 'none'),
    'refund-asked': items.find(({ afterSale }) => afterSale === 'asked'),
  }
  for (const [name, order] of Object.entries(shown)) {
    if (!order) throw new Error(`the demo has no order that is ${name}`)
    await phone.open('/merchant-order', { shop: shopId, order: order.id })
    await walk.take(phone, `merchant-order-${name}`, { see: ordersWords.copy, whole: true })
  }
  await walk.take(phone, 'merchant-order-more', { tap: ordersWords.further, see: ordersWords.furtherTitle })
}

async function takeEditor(walk: ScreenWalk, phone: InspectablePhone, shopId: string) {
  const { products } = await storefrontOf(phone, walk.shop(NAME).slug)
  const several = products.find(({ skus }) => skus.length > 1)
  await phone.open('/merchant-product', { shop: shopId })
  await walk.take(phone, 'product-editor-new', { whole: true })
  await walk.take(phone, 'product-editor-faults', { tap: '存好', whole: true })
  await phone.open('/merchant-product', { shop: shopId, id: several?.id ?? '' })
  await walk.take(phone, 'product-editor', { whole: true })
  await phone.open('/merchant-product', { shop: shopId, like: several?.id ?? '' })
  await walk.take(phone, 'product-editor-like', { see: productFormWords.titleNew, whole: true })
  await phone.open('/merchant-product', { shop: shopId, id: '01J0000000000000000000NONE' })
  await walk.take(phone, 'product-editor-gone')
}
