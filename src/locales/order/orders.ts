import { dayOf } from '@/domain/day'
import { formatYuan } from '@/domain/money'
import type { AfterSaleState } from '@/domain/order/after-sale'
import type { Slot } from '@/domain/order/delivery-slot'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Order } from '@/domain/order/order'
import type { Collection } from '@/domain/payment/collection'
import type { PaymentState } from '@/domain/payment/payment'
import { isReturnedInPerson, type RefundRefusal } from '@/domain/payment/refund'
import { slotWords } from '../day'
import { buyerQuestion } from '../parts/order-questions'
import { gatheringWords, isWaitingForPayment, type Labelled, orderStateWords } from '../parts/order-state'
import { orderStations, undoneWords } from '../parts/order-stations'
import { translated } from '../translation'
import { payLaterWords } from './fulfilment'

type Kinds = Record<Fulfilment, string>

const nextWhenPlaced: Kinds = {
  local: '等店家接单，接了就给您送上门。',
  pickup: '等店家接单，备好了您再来拿。',
  courier: '等店家接单，接了就给您寄出。',
  'on-site': '等店家接单，接了就给您留好。',
}
const nextWhenAccepted: Kinds = {
  local: '店家接单了，备好货就给您送。',
  pickup: '店家接单了，正在备货，备好了您再来拿。',
  courier: '店家接单了，包好就给您寄出。',
  'on-site': '店家接单了，正在给您留。',
}
const nextWhenUnderway: Kinds = {
  local: '店家出门了，正在给您送。',
  pickup: '货备好了，您来拿就行。',
  courier: '店家寄出了，收到后点一下“我收到了”。',
  'on-site': '给您留好了，到日子来就行。',
}

/** The refund of a cancelled order that was paid online, by its state. */
const returnedWords: Partial<Record<PaymentState, string>> = {
  refunding: '钱正退回付款的账户，一般几分钟，最多三天。',
  refunded: '钱已经退回付款的账户。',
}

/** The same while the payment service refuses the refund. */
const refusedWords = '钱还没退成，店家那边会接着退。'

function cancelledNext({
  payment,
  history = [],
  isRefundRefused,
}: Pick<Order, 'payment'> & Partial<Pick<Order, 'history'>> & RefundRefusal) {
  if (payment.state === 'refunded' && isReturnedInPerson(history)) return '这一单取消了，店家把钱退给您了。'
  if (payment.state === 'refunding' && isRefundRefused) return `这一单取消了，${refusedWords}`
  return `这一单取消了，${returnedWords[payment.state] ?? '不用付钱。'}`
}

/** The next step of a buyer's claim. */
const claimNext: Partial<Record<AfterSaleState, string>> = {
  asked: '您说东西有问题，等店家答复。',
  'return-asked': '您说要退货，等店家答复。',
  'resend-asked': '您要店家再发一份，等店家答复。',
  offered: '店家愿意退一部分钱，看看行不行。',
  returning: '店家同意退货。把东西送回去，再点一下。',
  'sent-back': '东西送回去了，店家收到就退钱。',
  resending: '店家同意再发一份，等着收就行。',
  agreed: '店家同意退钱了，钱退给您以后这里会写明。',
  settled: '这件事办好了。',
  declined: '店家说不行。',
}

function buyerNext(
  order: Pick<Order, 'state' | 'fulfilment' | 'afterSale' | 'payment'> &
    Partial<Pick<Order, 'history' | 'unreturned' | 'claimRefundFailed' | 'gathering' | 'payUntil'>> &
    RefundRefusal,
  canCall = true,
): string {
  const call = (words: string) => (canCall ? words : '')
  if (order.unreturned || order.claimRefundFailed)
    return `有一笔钱没能原路退回去，店家会当面或转账退给您。${call('给店家打个电话说好怎么退。')}`
  if (order.state === 'cancelled') return cancelledNext(order)
  if (order.gathering && !(order.payment.state === 'pending' && order.payUntil !== undefined))
    return '接龙还没截止，成团了店家就备货。'
  if (order.payment.state === 'pending') return '付了钱，店家才会接单。'
  if (order.payment.state === 'refunding')
    return `店家同意退钱了，${order.isRefundRefused ? refusedWords : '钱正退回付款的账户。'}`
  const claim = claimNext[order.afterSale]
  if (claim) return `${claim}${order.afterSale === 'declined' ? call('有话可以给店家打个电话。') : ''}`
  if (order.afterSale === 'cancel-asked') return `您说想取消，等店家答复。${call('急的话给店家打个电话。')}`
  if (order.afterSale === 'cancel-declined') return `店家说这一单不取消。${call('有话可以给店家打个电话。')}`
  const last = order.history?.at(-1)?.action
  const undone = undoneWords(last, order.fulfilment)
  if (undone) return `店家刚才点错了，${undone}。`
  if (order.state === 'placed') return nextWhenPlaced[order.fulfilment]
  if (order.state === 'accepted') return nextWhenAccepted[order.fulfilment]
  if (order.state === 'done')
    return last === 'undo-collect' ? '店家点错了，收钱要重新记。' : '这一单做完了，谢谢照顾生意。'
  return nextWhenUnderway[order.fulfilment]
}

/** The label of an order for which its buyer has asked something. */
const requestStates: Partial<Record<AfterSaleState, string>> = {
  asked: '等店家答复',
  'return-asked': '等店家答复',
  'resend-asked': '等店家答复',
  offered: '店家愿退一部分',
  returning: '等您送回去',
  'sent-back': '退回去的路上',
  resending: '等店家再发一份',
  agreed: '店家同意退钱了',
  settled: '问题办好了',
  declined: '店家说不行',
  'cancel-asked': '等店家答复',
}

const waitsForPayment = '等您付钱'

/** The label of an order's state, for its buyer. */
const buyerState = ({ state, fulfilment, payment, gathering }: Labelled): string => {
  if (gathering) return gatheringWords
  return isWaitingForPayment({ state, payment }) ? waitsForPayment : orderStateWords(state, fulfilment)
}

type Listed = Pick<Order, 'state' | 'fulfilment' | 'afterSale' | 'gathering'> & { payment: PaymentState }

/** The label of one of the buyer's orders in a list: the state of the buyer's request, otherwise of the order. */
function mineState({ state, fulfilment, afterSale, payment, gathering }: Listed): string {
  if (gathering) return gatheringWords
  const request = state === 'cancelled' ? undefined : requestStates[afterSale]
  if (request) return request
  return state === 'placed' && payment === 'pending' ? waitsForPayment : orderStateWords(state, fulfilment)
}

export const ordersWords = translated('ordersWords', {
  title: '订单',
  mine: '我的订单',
  number: (number: number) => `第 ${number} 单`,
  more: '看更早的',
  loadingMore: '正在拿……',
  moreFailed: '没拿到，再点一次',
  stale: '没连上，看到的是刚才的。',
  ring: '打电话',
  call: (phone: string) => `打电话 ${phone}`,
  callLabel: (who: string, phone: string) => `打电话 ${phone}，${who}`,
  buyer: '买家',
  copy: '复制',
  copyAddressLabel: '复制地址，连收货人和电话',
  copyWhoLabel: '复制电话，连名字',
  copied: '复制好了',
  notCopied: '没复制上，长按可以选字',
  addressLine: (name: string, phone: string, address: string | undefined) =>
    [name, phone, address].filter(Boolean).join(' '),
  busy: '正在记下……',
  moved: '这一单刚才变了，已经换成最新的。',
  receiver: { local: '送给谁', pickup: '谁来拿', courier: '寄给谁', 'on-site': '谁来' } satisfies Kinds,
  /** For which day an order is: "11月26日，明天上午送". */
  slot: (kind: Fulfilment, slot: Slot, now: number) =>
    `${slotWords(slot, dayOf(now))}${kind === 'pickup' ? '来拿' : '送'}`,
  noteMine: '您的留言',
  question: buyerQuestion,
  next: { buyer: buyerNext },
  state: buyerState,
  mineState,
  /** What was received in person; the amount only if it is not the total. */
  collected: ({ amount, means, note }: Collection, total: number) =>
    `${amount === total ? '收了' : `收了 ¥${formatYuan(amount)}`}，${means === 'code' ? '扫码付的' : '现金'}${note === undefined ? '' : `：${note}`}`,
  paidHow: (how: string, state: string) => `${how}，${state}`,
  payLater: payLaterWords,
  progress: '进度',
  stations: orderStations,
  cancelledStation: '取消了',
  stationState: (name: string, reached: boolean) => (reached ? `${name}，到了这一步` : `${name}，还没到`),
  callShop: '给店家打电话',
  callShopLabel: (name: string, phone: string) => `给店家打电话，${name}，${phone}`,
  again: '再来一单',
  groupBuy: (entry: number) => `接龙第 ${entry} 号`,
  toGroupBuy: '去接龙里看看、改一改',
  toShop: '去店里看看',
  toShopLabel: (name: string) => `去店里看看，${name}`,
  pickupAt: '到哪里拿',
  pickupUnknown: '店家没写在哪里拿，打个电话问一下。',
  pickupNoPhone: '店家会打电话告诉您在哪里拿。',
  goneTitle: '没找到这一单',
  goneText: '这一单只有下单的手机和店家看得到。换了手机就看不到了，可以直接找店家。',
  toHome: '回首页',
  mineEmptyTitle: '还没买过东西',
  mineEmptyText: '在谁家下了单，这里都看得到。',
  privacy: '隐私说明：拿一份、删掉我的',
  mineLines: (first: string, count: number) => (count > 1 ? `${first}等 ${count} 样` : first),
  claim: '东西有问题',
  claimUntil: (when: string) => `${when} 前可以找店家`,
  claimsBefore: '看看说过的问题',
  toClaim: '去看看',
  answer: '答复',
  answerTitle: '怎么答复？',
  answerLater: '再想想',
  further: '更多',
  furtherTitle: '这一单还能办',
  watching: '开着这一页，有变化会自己更新。',
} as const)
