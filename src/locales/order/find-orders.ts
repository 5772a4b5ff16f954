import type { Day } from '@/domain/day'
import { type OmissionReason, type OmittedOrders, omissionReasons } from '@/domain/order/picking-list'
import { dayWords } from '../day'
import { translated } from '../translation'
import { fulfilmentWords } from './fulfilment'

/** Finding orders in a long list. */
export const findOrdersWords = translated('findOrdersWords', {
  open: '找订单',
  label: '名字、电话尾号、货、第几单',
  /** Ends the search for a text. */
  close: '收起',
  which: '哪天',
  filter: '筛',
  filterTitle: '只看哪些单',
  state: '办到哪一步',
  show: '看这些单',
  /** Removes a condition. */
  remove: (condition: string) => `不只看“${condition}”`,
  tools: '这些单',
  day: '哪天下的单',
  placedOn: (day: string) => `${day}下的单`,
  days: { all: '不限', today: '今天', yesterday: '昨天', earlier: '别的日子', month: '整个月' },
  daySwitch: { before: '前一天', after: '后一天' },
  shownDay: (day: Day, today: Day) =>
    `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)}年`}${dayWords(day)}`,
  slotDay: '要哪天送、哪天拿',
  slotDays: { all: '不限', other: '别的日子' },
  fulfilment: '怎么送',
  fulfilments: { all: '不限', ...fulfilmentWords },
  waybill: '快递单号',
  waybills: { all: '不限', missing: '还没写' },
  payment: '钱',
  payments: { all: '不限', paid: '收到了', due: '没收' },
  oneBuyer: '这位买家的单',
  grouping: '怎么排',
  groupings: { none: '先后', place: '按村', fulfilment: '按送法' },
  group: (name: string, orders: number) => `${name}，${orders} 单`,
  otherPlace: '其他',
  empty: '没找到这样的单',
  emptyText: '少写几个字，或者换一个条件试试。',
} as const)

/** Why orders are not part of a picking list. */
const omissionWords: Record<OmissionReason, string> = {
  unpaid: '还没在网上付钱',
  cancelled: '取消了',
  refunded: '钱退了',
  packed: '已经备好了',
  gathering: '还在接龙',
}

/** "有 3 单没算进来：1 单还没在网上付钱，2 单取消了。"; empty when no order is left out. */
function omitted(counts: OmittedOrders): string {
  const parts = omissionReasons.flatMap((reason) => {
    const count = counts[reason]
    return count === undefined ? [] : [{ count, text: `${count} 单${omissionWords[reason]}` }]
  })
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  return total === 0 ? '' : `有 ${total} 单没算进来：${parts.map(({ text }) => text).join('，')}。`
}

/** Actions on several orders at once, apart from answering them. */
export const severalOrdersWords = translated('severalOrdersWords', {
  more: '更多',
  moreTitle: (count: number) => `这 ${count} 单`,
  pick: '看要备的货',
  copy: '抄下地址',
  copied: (count: number) => `抄好了 ${count} 单的地址，去粘贴`,
  uncopied: '没抄上，再点一下',
  /** One order for a courier or a note, on one line. */
  address: (number: number, name: string, phone: string, address: string, what: string) =>
    `第${number}单 ${[name, phone, address].filter(Boolean).join(' ')}｜${what}`,
  picking: {
    title: '要备的货',
    group: (how: string, orders: number) => `${how}，${orders} 单`,
    quantity: (quantity: number, unit: string) => `共 ${quantity} ${unit}`,
    orders: (count: number) => `${count} 单`,
    numbers: (numbers: readonly number[]) => `第 ${numbers.join('、')} 单`,
    line: (name: string, quantity: string, orders: string) => `${name} ${quantity}：${orders}`,
    omitted,
    partial: (orders: number) => `单太多，只算了前 ${orders} 单。`,
    none: '没有要备的货。',
    copy: '抄下来',
    copied: '抄好了，去粘贴',
  },
} as const)
