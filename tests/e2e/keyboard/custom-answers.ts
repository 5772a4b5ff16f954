import { cartWords } from '@/locales/order/cart'
import { checkoutWords } from '@/locales/order/checkout'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { ordersWords } from '@/locales/order/orders'
import { goodsWords } from '@/locales/product/goods'
import { productFormWords } from '@/locales/product/products'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { settingsWords } from '@/locales/shop/settings'
import { settingsRowsWords } from '@/locales/shop/settings-rows'
import {
  lookQuestionWords,
  openedWords,
  termsQuestionWords as terms,
  unitWords,
  wizardWords,
} from '@/locales/shop/wizard'
import { stepperWords } from '@/locales/stepper'
import { productPageWords as forBuyers } from '@/locales/storefront/storefront'
import { visitShop } from '../journey/buyer'
import { unpaidOrder } from '../journey/unpaid-order'
import { chooseTrade, pressOpen, seeOpened, startWizard, takeProductPhoto } from '../journey/wizard'
import type { Phone } from '../phone/phone'

export const NAME = '成县薄皮核桃'

/** Opens a shop and changes every proposed answer. */
export async function openByChoices(phone: Phone): Promise<string> {
  await startWizard(phone)
  await chooseTrade(phone)
  await takeProductPhoto(phone)
  await phone.tap('薄皮', unitWords.other, unitWords.one('箱'))
  for (const key of ['6', '8', '点', '5']) await phone.tap(key)
  await phone.tap(wizardWords.next)
  await phone.see(terms.title)
  await phone.tap(terms.changeDelivery, fulfilmentWords.courier)
  for (const key of ['1', '2']) await phone.tap(key)
  await phone.tap(terms.done)
  await phone.see(terms.deliverySheet)
  await phone.type(terms.place, '村口小卖部')
  await phone.tap(terms.done, terms.changeMoney, terms.yuan('5'), terms.done)
  await phone.see(`${terms.freight('5', null)}，${terms.courierFreight('12', null)}`)
  await phone.tap(terms.next)
  await phone.see(lookQuestionWords.title)
  await phone.tap(lookQuestionWords.after)
  await pressOpen(phone)
  return seeOpened(phone)
}

/** Adds a second sku to the product and a phone to the shop. */
export async function editProductAndSettings(phone: Phone) {
  await phone.tap(openedWords.manage)
  await phone.see(merchantDashboardWords.tabs.today)
  await phone.tap(merchantDashboardWords.tabs.goods)
  await phone.see(NAME)
  await phone.tap(NAME)
  await phone.see(productFormWords.title)
  await phone.tap(productFormWords.severalSkus)
  await phone.see(productFormWords.sku(2))
  await fillSkus(phone)
  await phone.tap(productFormWords.save)
  await phone.see(merchantDashboardWords.tabs.shop)
  await phone.tap(merchantDashboardWords.tabs.shop)
  await phone.tap(settingsRowsWords.titles.storefront)
  await phone.see(settingsWords.fields.phone)
  await phone.type(settingsWords.fields.phone, '19900000002')
  await phone.tap(settingsWords.save)
  await phone.seeNo(settingsWords.unsaved)
}

/** The fields of both skus share their names: the first label has the focus, so the second sku is filled before it. */
async function fillSkus(phone: Phone) {
  for (const [label, text] of [
    [productFormWords.label, '大箱'],
    [productFormWords.priceOf('箱'), '120'],
    [productFormWords.stockLabel('箱'), '20'],
    [productFormWords.label, '小箱'],
  ] as const)
    await phone.type(label, text)
}

/** Chooses a sku, changes its quantity in the cart and orders. */
export async function buyFromCart(phone: Phone, slug: string) {
  await visitShop(phone, slug)
  await phone.see(NAME)
  await phone.tap(goodsWords.choose(NAME))
  await phone.see(forBuyers.add)
  await phone.tap('大箱', stepperWords.more(NAME), forBuyers.add)
  await phone.see(forBuyers.added)
  await phone.tap(forBuyers.others)
  await phone.see(cartWords.count(2))
  await phone.tap(cartWords.count(2))
  await phone.see(cartWords.title)
  await phone.tap(stepperWords.less(`${NAME} 大箱`))
  await phone.see(cartWords.count(1))
  await phone.tap(cartWords.order)
  await phone.see(checkoutWords.title)
  await phone.tap(fulfilmentWords.courier)
  await phone.type(checkoutWords.receiver.name, '收货人乙')
  await phone.type(checkoutWords.receiver.phone, '19900000003')
  await phone.type(checkoutWords.receiver.address, '甘肃省陇南市成县沙坝镇下街18号')
  await phone.tap(checkoutWords.submit)
  await phone.see(ordersWords.next.buyer(unpaidOrder('placed', 'courier')))
}
