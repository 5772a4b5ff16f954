import { type Fen, formatPrice } from '@/domain/money'
import { slotFulfilments } from '@/domain/order/delivery-slot'
import { freightRuleOf } from '@/domain/order/freight'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { isPaidInPerson } from '@/domain/payment/payment'
import type { ManagedShop } from '@/domain/shop/shop'
import { deliverySlotsWords } from '../order/delivery-slots'
import { fulfilmentWords } from '../order/fulfilment'
import { translated } from '../translation'

const yuan = (fen: Fen): string => `${formatPrice(fen)} 元`

/** "送上门 3 元，满 50 元不收" */
function freightPart({ freight }: ManagedShop, kind: Fulfilment): string {
  const name = fulfilmentWords[kind]
  if (kind === 'pickup' || kind === 'on-site') return name
  const { fee, freeOver } = freightRuleOf(freight, kind)
  if (fee === 0) return `${name}${kind === 'courier' ? '包邮' : '不收钱'}`
  return `${name} ${yuan(fee)}${freeOver === undefined ? '' : `，满 ${yuan(freeOver)}不收`}`
}

function days({ fulfilments, deliverySlots }: ManagedShop): string {
  const rules = slotFulfilments.flatMap((kind) => {
    const rule = fulfilments.includes(kind) ? deliverySlots?.[kind] : undefined
    return rule ? [`${fulfilmentWords[kind]}：${deliverySlotsWords.shortRule(rule)}`] : []
  })
  return rules.join('；') || '接了单再商量哪天'
}

/** The first page of the settings: the shop, and a row with a present value for each further page. */
export const settingsRowsWords = translated('settingsRowsWords', {
  open: '正开着',
  practice: '练习的店，不接单',
  waiting: '等店主接手，先不接单',
  closed: '店关了',
  visit: '看店',
  /** The region beside the rows in a wide window. */
  beside: '店铺的一项',
  titles: {
    storefront: '店面',
    delivery: '送货和运费',
    days: '日子',
    payments: '收钱',
    alerts: '提醒和帮手',
    closure: '歇业',
    key: '钥匙和关店',
  },
  storefront: ({ place, notice }: ManagedShop) =>
    [place, notice].filter(Boolean).join('，') || '店名、公告、样子、海报',
  noPhone: '还没写店里电话',
  delivery: (shop: ManagedShop) => shop.fulfilments.map((kind) => freightPart(shop, kind)).join('；'),
  days,
  payments: ({ payments }: ManagedShop) =>
    payments.every(isPaidInPerson) ? '见到货才付钱' : '能在网上付，也能见到货再付',
  alerts: '来了单怎么告诉您，请谁帮忙',
  noAlerts: '来单提醒还没开',
  key: '钥匙存好了',
  noKey: '钥匙还没存好',
} as const)
