import { formatYuan } from '@/domain/money'
import type { AfterSaleState } from '@/domain/order/after-sale'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Order, OrderEvent, OrderLine, OrderState } from '@/domain/order/order'
import { expiredAt } from '@/domain/order/order-expiry'
import { isPaidInPerson } from '@/domain/payment/payment'
import { isReturnedInPerson } from '@/domain/payment/refund'
import { gatheringWords, isWaitingForPayment, type Labelled, orderStateWords } from '../parts/order-state'
import { orderStations, undoneWords } from '../parts/order-stations'
import { sellerQuestion } from '../parts/seller-questions'
import { momentWords } from '../time'
import { translated } from '../translation'
import { orderExpiryWords } from './order-expiry'
import { orderLinesWords } from './order-lines'

type Kinds = Record<Fulfilment, string>

const ownerNextWhenAccepted: Kinds = {
  local: '把货备好，出门送的时候点一下。',
  pickup: '把货备好，备好了点一下，买家就来拿。',
  courier: '把货包好，寄出了点一下。',
  'on-site': '给客人留好，留好了点一下。',
}

const ownerNextWhenUnderway: Kinds = {
  local: '送到门口，把钱收好，再点一下。',
  pickup: '等买家来拿，把钱收好，再点一下。',
  courier: '等买家收到。',
  'on-site': '等客人来，把钱收好，再点一下。',
}

const ownerNextWhenPaid: Kinds = {
  local: '送到门口，再点一下。钱已经付过了。',
  pickup: '等买家来拿，再点一下。钱已经付过了。',
  courier: '等买家收到。',
  'on-site': '等客人来，再点一下。钱已经付过了。',
}

/** The seller's next step for a buyer's claim. */
const claimNext: Partial<Record<AfterSaleState, string>> = {
  asked: '买家说东西有问题，要退款。看一下，答复买家。',
  'return-asked': '买家要退货。看一下，答复买家。',
  'resend-asked': '买家要再发一份。看一下，答复买家。',
  offered: '您说退一部分，等买家答复。',
  returning: '您同意退货，等买家送回来。',
  'sent-back': '买家把东西送回来了。收到就退钱。',
  resending: '您同意再发一份。发了点一下。',
  agreed: '您同意退钱了，把钱退给买家，再点一下。',
  settled: '买家的问题办好了。',
}

function ownerNext(order: {
  state: OrderState
  fulfilment: Fulfilment
  afterSale: AfterSaleState
  payment: Order['payment']
  unreturned?: number
  claimRefundFailed?: boolean
  history?: Order['history']
  gathering?: boolean
}): string {
  if (order.gathering) return '接龙截止了，成团了，就是一单。'
  if (order.unreturned)
    return `¥${formatYuan(order.unreturned)} 没能原路退回去。当面或转账退给买家，再点“钱当面退了”。`
  if (order.afterSale === 'agreed' && order.claimRefundFailed)
    return '钱没能原路退回去。当面或转账退给买家，再点一下。'
  const isReturned = order.payment.state === 'refunding' || order.payment.state === 'refunded'
  const isByHand = order.payment.state === 'refunded' && isReturnedInPerson(order.history ?? [])
  const how = isByHand ? '钱退给买家了' : '钱原路退给买家'
  if (order.state === 'cancelled')
    return isReturned ? `这一单取消了，货已经加回去，${how}。` : '这一单取消了，货已经加回去。'
  if (order.payment.state === 'pending') return '等买家付钱。15 分钟没付，这一单会自动取消。'
  // money on its way may still need the seller, whose balance can be too low
  if (isReturned)
    return `您同意退钱了，${how}${order.payment.state === 'refunded' ? '，不用您再做什么' : ''}。`
  const claim = claimNext[order.afterSale]
  if (order.afterSale === 'agreed' && !isPaidInPerson(order.payment.method))
    return '您同意退钱了，钱原路退给买家。'
  if (claim) return claim
  if (order.afterSale === 'cancel-asked') return '买家想取消，先打个电话问清楚。'
  if (order.state === 'placed') return '能做就点接单，买家会看到您接了。'
  if (order.state === 'accepted') return ownerNextWhenAccepted[order.fulfilment]
  if (order.state === 'underway')
    return order.payment.state === 'paid'
      ? ownerNextWhenPaid[order.fulfilment]
      : ownerNextWhenUnderway[order.fulfilment]
  return order.payment.state === 'due' ? '货到了，钱还没收。' : '这一单做完了。'
}

/** The label of what a buyer asks for. */
const afterSale: Record<AfterSaleState, string> = {
  none: '',
  asked: '买家要退款',
  'return-asked': '买家要退货',
  'resend-asked': '买家要再发一份',
  offered: '等买家看退多少',
  returning: '等买家送回来',
  'sent-back': '货在路上退回来',
  resending: '等再发一份',
  agreed: '同意退了，等退钱',
  declined: '说了不行',
  settled: '问题办好了',
  'cancel-asked': '买家想取消',
  'cancel-declined': '说了不取消',
}

const sentEvents: Kinds = {
  local: '店家出门送了',
  pickup: '店家备好了',
  courier: '店家寄出了',
  'on-site': '店家留好了',
}

/** The text of an entry in an order's history. */
function event({ action, by, amount, note }: OrderEvent, kind: Fulfilment): string {
  const details = [
    amount === undefined ? '' : ` ¥${formatYuan(amount)}`,
    note === undefined ? '' : `：${note}`,
  ]
  return `${eventWords(action, by, kind)}${details.join('')}`
}

function eventWords(action: string, by: string, kind: Fulfilment): string {
  const who = by === 'owner' ? '店家' : by === 'buyer' ? '买家' : '三天没人答复，系统'
  const done = orderStations[kind][3]
  const what: Record<string, string> = {
    accept: '店家接单了',
    send: sentEvents[kind],
    finish: `${who}说${done}了`,
    cancel: `${by === 'system' ? '没付钱，或者接龙没成，系统' : who}取消了`,
    gather: '接龙成了',
    expire: '没人接，自动取消了',
    collect: '店家收到钱了',
    'undo-collect': '店家点错了，收钱要重新记',
    confirm: '钱付好了',
    'change-method': '买家换了付款的办法',
    'settle-refund': '钱退给买家了',
    'refund-failed': '钱没能原路退回去',
    'claim-refund-failed': '钱没能原路退回去',
    'refund-resumed': '钱又在原路退了',
    'claim-refund-resumed': '钱又在原路退了',
    'returned-twice': '微信后来也退了，钱退了两回',
    'return-by-hand': '店家当面把钱退了',
    parcel: '店家写了快递单号',
    'refund-part': '店家退了一部分钱',
    'refund-all': '店家把钱全退了',
    'ask-refund': '买家要退款',
    'ask-return': '买家要退货',
    'ask-resend': '买家要再发一份',
    withdraw: `${who}撤回了`,
    agree: `${who}同意退钱`,
    'agree-return': `${who}同意退货`,
    'agree-resend': `${who}同意再发一份`,
    offer: '店家愿意退一部分',
    'accept-offer': '买家同意了',
    decline: '店家说不行',
    'send-back': '买家把东西送回来了',
    receive: `${who}收到退货，退钱`,
    resend: '店家又发了一份',
    'pay-instead': `${who}改成退钱`,
    remind: '还没人答复，提醒过了',
    settle: '钱退给买家了',
    'ask-cancel': '买家想取消',
    'withdraw-cancel': '买家说不取消了',
    'agree-cancel': `${who}同意取消`,
    'decline-cancel': '店家说不取消',
    'change-details': '买家改了收货的信息',
    'ask-change': '买家想改一改',
    'accept-change': '店家按买家说的改了',
    'decline-change': '店家说改不了',
    'withdraw-change': '买家说不改了',
  }
  const undone = undoneWords(action, kind)
  return undone ? `店家点错了，${undone}` : (what[action] ?? `${who}改过`)
}

const what = (lines: readonly OrderLine[]): string =>
  lines
    .map(
      (line) =>
        `${orderLinesWords.name(line.name, line.label)} ${orderLinesWords.count(line.quantity, line.unit)}`,
    )
    .join('、')

/** The label of an order's state, for its seller. */
function ownerState({ state, fulfilment: kind, payment, gathering }: Labelled): string {
  if (gathering) return gatheringWords
  if (isWaitingForPayment({ state, payment })) return '等买家付钱'
  if (state === 'placed') return '等您接单'
  if (state === 'accepted') return '已接单'
  return state === 'underway' && kind === 'on-site' ? '给客人留好了' : orderStateWords(state, kind)
}

/** Texts about orders for sellers, apart from those that buyers read as well. */
export const sellerOrdersWords = translated('sellerOrdersWords', {
  question: sellerQuestion,
  /** Beside the list, in a wide window. */
  beside: {
    label: '看的这一单',
    none: '点一单，在这里看',
    noneText: '按 J 和 K 一单一单看。按 ? 有全部快捷键。',
  },
  state: ownerState,
  filters: {
    'to-do': '要办',
    over: '办完',
    placed: '等您接单',
    accepted: '已接单',
    underway: '路上',
    'cancel-request': '想取消',
    refund: '退款',
    done: '做完',
    cancelled: '取消',
    all: '全部',
  },
  filterWithCount: (words: string, count: number) => (count > 0 ? `${words} ${count}` : words),
  emptyTitles: {
    'to-do': '没有要办的单',
    over: '还没有办完的单',
    placed: '没有等着接的单',
    accepted: '没有接了还没办的单',
    underway: '没有在路上的单',
    'cancel-request': '没有人想取消',
    refund: '没有要退款的单',
    done: '还没有做完的单',
    cancelled: '没有取消的单',
    all: '还没有订单',
  },
  emptyText: '有人下单，这里就看得到。',
  moreLater: '看后面的',
  refresh: '刷新',
  refreshing: '正在刷新',
  note: '买家留言',
  history: '经过',
  /** A row of the list. */
  row: {
    help: (isOldestFirst: boolean) => `${isOldestFirst ? '先下单' : '新'}的在前。点一单，看电话和地址。`,
    note: '有留言',
    answer: '答复',
    answerBy: (at: number, now: number) => `${momentWords(at, now)} 前答复`,
  },
  placedEvent: '买家下单',
  event,
  what,
  goneOwnerText: '这一单不在您的店里，或者这部手机管不了这家店。',
  someone: '没留名字',
  explainPlace: '店里没写在哪里自提，打个电话告诉买家。在“店铺”的“送货和运费”里写上，往后就不用打了。',
  next: ownerNext,
  afterSale,
} as const)

/** The next step of an order, for its seller. */
export const ownerNextWords = translated('ownerNextWords', function ownerNextWords(order: Order): string {
  const at = expiredAt(order)
  return at === undefined ? sellerOrdersWords.next(order) : orderExpiryWords.ownerAfter(order.createdAt, at)
})
