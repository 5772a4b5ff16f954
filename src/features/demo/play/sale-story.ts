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
import { open, type StoryStep, see, step, tap, type } from './story'

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

const button = (action: 'accept' | 'send' | 'finish' | 'undo-finish') =>
  orderActionWords(action, orderIn('placed'), 'owner')
const { filters, filterWithCount } = sellerOrdersWords

const seller = step('seller')
const buyer = step('buyer')

/** A seller opens a shop; a buyer orders; the order is accepted, sent and paid at the door. Then an order elsewhere is paid online. */
export const saleStory: readonly StoryStep[] = [
  seller(words.start, tap(homeWords.open.button, 'button')),
  seller(words.trade, see(tradeQuestionWords.title), tap(tradeWords.nuts)),
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
  seller(words.price, tap('2', 'button'), tap('5', 'button'), tap(wizardWords.next)),
  seller(words.terms, see(termsQuestionWords.title), tap(termsQuestionWords.next)),
  seller(
    words.look,
    see(lookQuestionWords.title),
    tap(lookQuestionWords.after),
    tap(lookQuestionWords.before),
  ),
  seller(words.open, tap(lookQuestionWords.open, 'button'), tap(lookQuestionWords.openYes)),
  seller(words.opened, see(openedWords.doneShort), { do: 'read-shop' }),
  {
    caption: words.visit,
    phone: 'buyer',
    actions: ({ openedShop }) => [open(`/s/${openedShop}`), see(GOOD)],
  },
  buyer(words.choose, tap(GOOD), tap(productPageWords.buy(PRICE)), see(checkoutWords.title)),
  buyer(
    words.receiver,
    type(checkoutWords.receiver.name, demoSamples.name),
    type(checkoutWords.receiver.phone, demoSamples.phone),
    type(checkoutWords.receiver.address, demoSamples.address),
  ),
  buyer(words.submit, tap(checkoutWords.submit), see(ordersWords.next.buyer(orderIn('placed')))),
  seller(words.news, tap(openedWords.manage), see(todayWords.waiting.title(1)), tap(todayWords.waiting.do)),
  seller(words.accept, tap(button('accept'))),
  seller(words.send, tap(filterWithCount(filters['to-do'], 1)), tap(button('send'))),
  seller(
    words.finish,
    tap(filterWithCount(filters.underway, 1)),
    tap(button('finish')),
    tap(filters.over),
    see(button('undo-finish')),
  ),
  buyer(words.thanks, see(ordersWords.next.buyer(orderIn('done')))),
  {
    caption: words.payVisit,
    phone: 'buyer',
    actions: ({ sampleShop }) => [open(`/s/${sampleShop}`), tap(goodsWords.add(demoSamples.good))],
  },
  buyer(
    words.payOrder,
    tap(cartWords.order),
    tap(fulfilmentWords.pickup),
    see(paymentWords('wechat', 'pickup')),
  ),
  buyer(words.pay, tap(checkoutWords.submit), tap(demoSamples.payButton)),
  buyer(words.paid, see(ordersWords.next.buyer(paidOrder))),
  buyer(words.end),
]
