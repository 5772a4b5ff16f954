import type { Order } from '@/domain/order/order'
import { demoSamples, demoStoryWords as words } from '@/locales/lesson/demo-story'
import { cartWords } from '@/locales/order/cart'
import { checkoutWords } from '@/locales/order/checkout'
import { fulfilmentWords, paymentWords } from '@/locales/order/fulfilment'
import { orderActionWords } from '@/locales/order/order'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { goodsWords } from '@/locales/product/goods'
import { homeWords } from '@/locales/shop/home'
import { todayWords } from '@/locales/shop/today'
import { tradeWords } from '@/locales/shop/trade'
import {
  lookQuestionWords,
  openedWords,
  productQuestionWords,
  termsQuestionWords,
  tradeQuestionWords,
  wizardWords,
} from '@/locales/shop/wizard'
import { productPageWords } from '@/locales/storefront/storefront'
import { open, type StoryStep, see, tap, type } from './story'

/** The first of the usual goods of the trade, which the wizard proposes. */
const GOOD = productQuestionWords.proposed([], '核桃')
const PRICE = 2500

/** The order of the story in each state, for the words of its buttons. */
const orderIn = (state: Order['state']): Pick<Order, 'state' | 'fulfilment' | 'afterSale' | 'payment'> => ({
  ...{ state, fulfilment: 'local', afterSale: 'none' },
  payment: { method: 'on-delivery', state: state === 'done' ? 'paid' : 'due' },
})

/** The order that is paid online and waits for the seller. */
const paidOrder: ReturnType<typeof orderIn> = {
  ...{ ...orderIn('placed'), fulfilment: 'pickup' },
  payment: { method: 'wechat', state: 'paid' },
}

const button = (action: 'accept' | 'send' | 'finish') => orderActionWords(action, orderIn('placed'), 'owner')
const { filters, filterWithCount } = sellerOrdersWords

/** A seller opens a shop; a buyer orders; the order is accepted, sent and paid at the door. Then an order elsewhere is paid online. */
export const saleStory: readonly StoryStep[] = [
  { caption: words.start, phone: 'seller', actions: () => [tap(homeWords.open.button, 'button')] },
  {
    caption: words.trade,
    phone: 'seller',
    actions: () => [see(tradeQuestionWords.title), tap(tradeWords.nuts)],
  },
  {
    caption: words.photo,
    phone: 'seller',
    actions: ({ sampleShop }) => [
      tap(productQuestionWords.shoot),
      {
        do: 'tap',
        target: { name: productQuestionWords.camera },
        photo: `/s/${sampleShop}/share.jpg`,
      },
      see(productQuestionWords.again),
    ],
  },
  {
    caption: words.price,
    phone: 'seller',
    actions: () => [tap('2', 'button'), tap('5', 'button'), tap(wizardWords.next)],
  },
  {
    caption: words.terms,
    phone: 'seller',
    actions: () => [see(termsQuestionWords.title), tap(termsQuestionWords.next)],
  },
  {
    caption: words.look,
    phone: 'seller',
    actions: () => [
      see(lookQuestionWords.title),
      tap(lookQuestionWords.after),
      tap(lookQuestionWords.before),
    ],
  },
  {
    caption: words.open,
    phone: 'seller',
    actions: () => [tap(lookQuestionWords.open, 'button'), tap(lookQuestionWords.openYes)],
  },
  {
    caption: words.opened,
    phone: 'seller',
    actions: () => [see(openedWords.doneShort), { do: 'read-shop' }],
  },
  {
    caption: words.visit,
    phone: 'buyer',
    actions: ({ openedShop }) => [open(`/s/${openedShop}`), see(GOOD)],
  },
  {
    caption: words.choose,
    phone: 'buyer',
    actions: () => [tap(GOOD), tap(productPageWords.buy(PRICE)), see(checkoutWords.title)],
  },
  {
    caption: words.receiver,
    phone: 'buyer',
    actions: () => [
      type(checkoutWords.receiver.name, demoSamples.name),
      type(checkoutWords.receiver.phone, demoSamples.phone),
      type(checkoutWords.receiver.address, demoSamples.address),
    ],
  },
  {
    caption: words.submit,
    phone: 'buyer',
    actions: () => [tap(checkoutWords.submit), see(ordersWords.next.buyer(orderIn('placed')))],
  },
  {
    caption: words.news,
    phone: 'seller',
    actions: () => [tap(openedWords.manage), see(todayWords.waiting.title(1)), tap(todayWords.waiting.do)],
  },
  { caption: words.accept, phone: 'seller', actions: () => [tap(button('accept'))] },
  {
    caption: words.send,
    phone: 'seller',
    actions: () => [tap(filterWithCount(filters.accepted, 1)), tap(button('send'))],
  },
  {
    caption: words.finish,
    phone: 'seller',
    actions: () => [
      tap(filterWithCount(filters.underway, 1)),
      tap(button('finish')),
      tap(filters.done),
      see(sellerOrdersWords.state(orderIn('done'))),
    ],
  },
  {
    caption: words.thanks,
    phone: 'buyer',
    actions: () => [see(ordersWords.next.buyer(orderIn('done')))],
  },
  {
    caption: words.payVisit,
    phone: 'buyer',
    actions: ({ sampleShop }) => [open(`/s/${sampleShop}`), tap(goodsWords.add(demoSamples.good))],
  },
  {
    caption: words.payOrder,
    phone: 'buyer',
    actions: () => [tap(cartWords.order), tap(fulfilmentWords.pickup), see(paymentWords('wechat', 'pickup'))],
  },
  {
    caption: words.pay,
    phone: 'buyer',
    actions: () => [tap(checkoutWords.submit), tap(demoSamples.payButton)],
  },
  { caption: words.paid, phone: 'buyer', actions: () => [see(ordersWords.next.buyer(paidOrder))] },
  { caption: words.end, phone: 'buyer', actions: () => [] },
]
