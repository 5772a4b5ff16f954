import type { AfterSaleState } from '@/domain/after-sale'
import type { Fulfilment } from '@/domain/fulfilment'
import type { Order, OrderLine, OrderState } from '@/domain/order'
import type { PaymentState } from '@/domain/payment'
import { payLaterWords } from './fulfilment'
import { orderLinesWords } from './order-lines'
import { question } from './parts/order-questions'
import { orderStateWords } from './parts/order-state'

type Kinds = Record<Fulfilment, string>

/** The steps of an order's progress display. */
const stations: Record<Fulfilment, readonly [string, string, string, string]> = {
  local: ['下单', '接单', '在路上', '送到'],
  pickup: ['下单', '接单', '备好', '拿走'],
  courier: ['下单', '接单', '寄出', '收到'],
  'on-site': ['下单', '接单', '留好', '来过'],
}

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

/** What becomes of the money of a cancelled order that was paid online. */
const returnedWords: Partial<Record<PaymentState, string>> = {
  refunding: '钱正退回您付款的账户，一般几分钟，最多三天。',
  refunded: '钱已经退回您付款的账户。',
}

function buyerNext(
  order: Pick<Order, 'state' | 'fulfilment' | 'afterSale' | 'payment'> & Partial<Pick<Order, 'history'>>,
  canCall = true,
): string {
  const call = (words: string) => (canCall ? words : '')
  if (order.state === 'cancelled')
    return `这一单取消了，${returnedWords[order.payment.state] ?? '不用付钱。'}`
  if (order.payment.state === 'pending') return '付了钱，店家才会接单。'
  if (order.payment.state === 'refunding') return '店家同意退钱了，钱正退回您付款的账户。'
  if (order.afterSale === 'asked') return `您说要退款，等店家答复。${call('急的话给店家打个电话。')}`
  if (order.afterSale === 'agreed') return '店家同意退钱了，钱退给您以后这里会写明。'
  if (order.afterSale === 'settled') return '钱退好了。'
  if (order.afterSale === 'declined') return `店家说不能退。${call('有话可以给店家打个电话。')}`
  if (order.afterSale === 'cancel-asked') return `您说想取消，等店家答复。${call('急的话给店家打个电话。')}`
  if (order.afterSale === 'cancel-declined') return `店家说这一单不取消。${call('有话可以给店家打个电话。')}`
  if (order.state === 'placed') return nextWhenPlaced[order.fulfilment]
  if (order.state === 'accepted') return nextWhenAccepted[order.fulfilment]
  if (order.state === 'done') return '这一单做完了，谢谢照顾生意。'
  return order.history?.at(-1)?.action === 'undo-finish'
    ? `店家刚才点错了，还没${stations[order.fulfilment][3]}。`
    : nextWhenUnderway[order.fulfilment]
}

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

function ownerNext(order: {
  state: OrderState
  fulfilment: Fulfilment
  afterSale: AfterSaleState
  payment: Order['payment']
}): string {
  const isReturned = order.payment.state === 'refunding' || order.payment.state === 'refunded'
  if (order.state === 'cancelled')
    return isReturned ? '这一单取消了，货已经加回去，钱原路退给买家。' : '这一单取消了，货已经加回去。'
  if (order.payment.state === 'pending') return '等买家付钱。15 分钟没付，这一单会自动取消。'
  if (isReturned) return '您同意退钱了，钱原路退给买家，不用您再做什么。'
  if (order.afterSale === 'asked') return '买家要退款，先打个电话问清楚。'
  if (order.afterSale === 'agreed') return '您同意退钱了，把钱退给买家，再点一下。'
  if (order.afterSale === 'settled') return '钱退给买家了。'
  if (order.afterSale === 'cancel-asked') return '买家想取消，先打个电话问清楚。'
  if (order.state === 'placed') return '能做就点接单，买家会看到您接了。'
  if (order.state === 'accepted') return ownerNextWhenAccepted[order.fulfilment]
  if (order.state === 'underway')
    return order.payment.state === 'paid'
      ? ownerNextWhenPaid[order.fulfilment]
      : ownerNextWhenUnderway[order.fulfilment]
  return order.payment.state === 'due' ? '货到了，钱还没收。' : '这一单做完了。'
}

/** The label of an order's state, for its buyer. */
const buyerState = ({ state, fulfilment, payment }: Labelled): string =>
  isWaitingForPayment({ state, payment }) ? '等您付钱' : orderStateWords(state, fulfilment)

/** The label of an order's state, for its seller. */
function ownerState({ state, fulfilment: kind, payment }: Labelled): string {
  if (isWaitingForPayment({ state, payment })) return '等买家付钱'
  if (state === 'placed') return '等您接单'
  if (state === 'accepted') return '已接单'
  return state === 'underway' && kind === 'on-site' ? '给客人留好了' : orderStateWords(state, kind)
}

/** What the label of an order depends on. */
type Labelled = Pick<Order, 'state' | 'fulfilment' | 'payment'>

const isWaitingForPayment = ({ state, payment }: Pick<Order, 'state' | 'payment'>): boolean =>
  state === 'placed' && payment.state === 'pending'

const afterSale: Record<AfterSaleState, string> = {
  none: '',
  asked: '买家要退款',
  agreed: '同意退了，等退钱',
  declined: '说了不能退',
  settled: '退过钱了',
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
function event(action: string, by: string, kind: Fulfilment): string {
  const who = by === 'owner' ? '店家' : by === 'buyer' ? '买家' : '系统'
  const done = stations[kind][3]
  const what: Record<string, string> = {
    accept: '店家接单了',
    send: sentEvents[kind],
    finish: `${who}说${done}了`,
    'undo-finish': `店家点错了，还没${done}`,
    cancel: `${who}取消了`,
    expire: '没人接，自动取消了',
    collect: '店家收到钱了',
    confirm: '钱付好了',
    'settle-refund': '钱退给买家了',
    'ask-refund': '买家要退款',
    withdraw: '买家说不退了',
    agree: '店家同意退钱',
    decline: '店家说不能退',
    settle: '钱退给买家了',
    'ask-cancel': '买家想取消',
    'withdraw-cancel': '买家说不取消了',
    'agree-cancel': '店家同意取消',
    'decline-cancel': '店家说不取消',
  }
  return what[action] ?? `${who}改过`
}

const what = (lines: readonly OrderLine[]): string =>
  lines
    .map(
      (line) =>
        `${orderLinesWords.name(line.name, line.label)} ${orderLinesWords.count(line.quantity, line.unit)}`,
    )
    .join('、')

export const ordersWords = {
  title: '订单',
  mine: '我的订单',
  number: (number: number) => `第 ${number} 单`,
  filters: {
    placed: '等您接单',
    accepted: '已接单',
    underway: '正在送',
    'cancel-request': '想取消',
    refund: '退款',
    done: '做完',
    cancelled: '取消',
    all: '全部',
  },
  filterLabel: (words: string, count: number) => (count > 0 ? `${words}，${count} 单` : words),
  filterWithCount: (words: string, count: number) => (count > 0 ? `${words} ${count}` : words),
  emptyTitles: {
    placed: '没有等着接的单',
    accepted: '没有接了还没办的单',
    underway: '没有正在送的单',
    'cancel-request': '没有人想取消',
    refund: '没有要退款的单',
    done: '还没有做完的单',
    cancelled: '没有取消的单',
    all: '还没有订单',
  },
  emptyText: '有人下单，这里就看得到。',
  more: '看更早的',
  moreLater: '看后面的',
  loadingMore: '正在拿……',
  moreFailed: '没拿到，再点一次',
  refresh: '刷新',
  refreshing: '正在刷新',
  stale: '没连上，看到的是刚才的。',
  what,
  ring: '打电话',
  call: (phone: string) => `打电话 ${phone}`,
  callLabel: (who: string, phone: string) => `打电话 ${phone}，${who}`,
  buyer: '买家',
  someone: '没留名字',
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
  lines: '买的东西',
  note: '买家留言',
  noteLine: (note: string) => `买家留言：${note}`,
  noteMine: '您的留言',
  history: '经过',
  placedEvent: '买家下单',
  event,
  question,
  next: { buyer: buyerNext, owner: ownerNext },
  afterSale,
  state: { owner: ownerState, buyer: buyerState },
  payment: '付钱',
  paidHow: (how: string, state: string) => `${how}，${state}`,
  payLater: payLaterWords,
  progress: '进度',
  stations,
  cancelledStation: '取消了',
  stationState: (name: string, reached: boolean) => (reached ? `${name}，到了这一步` : `${name}，还没到`),
  apart: '别的事',
  shop: '店家',
  callShop: '给店家打电话',
  callShopLabel: (name: string, phone: string) => `给店家打电话，${name}，${phone}`,
  toShop: '去店里看看',
  toShopLabel: (name: string) => `去店里看看，${name}`,
  pickupAt: '到哪里拿',
  pickupUnknown: '店家没写在哪里拿，打个电话问一下。',
  pickupNoPhone: '店家会打电话告诉您在哪里拿。',
  tellPlace: '店里没写在哪里自提，打个电话告诉买家。在“店铺”里写上，往后就不用打了。',
  goneTitle: '没找到这一单',
  goneText: '这一单只有下单的手机和店家看得到。换了手机就看不到了，可以直接找店家。',
  goneOwnerText: '这一单不在您的店里，或者这部手机管不了这家店。',
  toHome: '回首页',
  mineEmptyTitle: '还没买过东西',
  mineEmptyText: '在谁家下了单，这里都看得到。',
  mineLines: (first: string, count: number) => (count > 1 ? `${first}等 ${count} 样` : first),
  /** State labels for lists of orders, which do not contain the fulfilment. */
  mineStates: {
    placed: '等店家接单',
    accepted: '店家接单了',
    underway: '店家正在送',
    done: '做完了',
    cancelled: '已取消',
  } satisfies Record<OrderState, string>,
  minePending: '等您付钱',
  watching: '开着这一页，有变化会自己更新。',
} as const
