import { type FreightRule, freightRuleOf, type ShopFreight } from '@/domain/freight'
import type { Fulfilment } from '@/domain/fulfilment'
import { formatPrice } from '@/domain/money'
import type { PaymentMethod } from '@/domain/payment'
import { paymentWords } from './fulfilment'

interface DeliveryOptions {
  fulfilments: readonly Fulfilment[]
  freight: ShopFreight
  pickupPlace?: string
}

const dayWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** The delivery fee: "一单 3 元，满 99 元包邮". */
function freightWords({ fee, freeOver }: FreightRule, free: string): string {
  if (fee === 0 || freeOver === 0) return free
  const each = `一单 ${formatPrice(fee)} 元`
  return freeOver === undefined ? each : `${each}，满 ${formatPrice(freeOver)} 元${free}`
}

const pickupWords = (place: string | undefined): string => (place ? `到${place}自提` : '自己来拿')

const sendingLine: Record<Fulfilment, (shop: DeliveryOptions) => string> = {
  local: ({ freight }) => `送上门，${freightWords(freight, '免费送')}`,
  courier: ({ freight }) => `发快递，${freightWords(freightRuleOf(freight, 'courier'), '包邮')}`,
  pickup: ({ pickupPlace }) => `${pickupWords(pickupPlace)}，不收送货钱`,
  'on-site': () => '到店，下单时选好日子',
}

/** A short form of a freight rule: "满 99 元包邮", "送上门一单 3 元". */
function shortRule({ fee, freeOver }: FreightRule, sending: string, free: string): string {
  if (fee === 0 || freeOver === 0) return free
  return freeOver === undefined
    ? `${sending}一单 ${formatPrice(fee)} 元`
    : `满 ${formatPrice(freeOver)} 元${free}`
}

/** The short rules of local delivery and courier; a single one if they are equal. */
function shortRules({ fulfilments, freight }: DeliveryOptions): string[] {
  const local = fulfilments.includes('local') ? [shortRule(freight, '送上门', '免费送上门')] : []
  if (!fulfilments.includes('courier')) return local
  const rule = freightRuleOf(freight, 'courier')
  const same = rule.fee === freight.fee && rule.freeOver === freight.freeOver
  return local.length > 0 && same
    ? [shortRule(rule, '送货', '包邮')]
    : [...local, shortRule(rule, '快递', '包邮')]
}

/** The default notice of a shop: its freight in one sentence, "满 99 元包邮，也能到服务站自提". */
function freightNotice(shop: DeliveryOptions): string {
  const rules = shortRules(shop)
  if (rules.length === 0) return shop.fulfilments.map((kind) => sendingLine[kind](shop)).join('；')
  const pickup = shop.fulfilments.includes('pickup') ? [`也能${pickupWords(shop.pickupPlace)}`] : []
  return [...rules, ...pickup].join('，')
}

function paymentLine(methods: readonly PaymentMethod[], kinds: readonly Fulfilment[]): string {
  const deliveryKind: Fulfilment = kinds.includes('local') ? 'local' : 'courier'
  const visitKind: Fulfilment = kinds.includes('pickup') ? 'pickup' : 'on-site'
  return methods
    .map((method) => paymentWords(method, method === 'on-pickup' ? visitKind : deliveryKind))
    .join('，或')
}

export const sectionWords = {
  notice: {
    freight: freightNotice,
    closed: (day: string) => `店里歇几天，${dayWords(day)}起再接单，货可以先看`,
  },
  tabs: { label: '货品分类', all: '全部' },
  goods: {
    soldOut: '卖完了',
    resting: '歇业中',
    open: (name: string, price: string, soldOut: boolean) => `${name}，${price}${soldOut ? '，卖完了' : ''}`,
    add: (name: string, quantity: number) =>
      quantity > 0 ? `${name}，已选 ${quantity} 份，再加一份` : `${name}，加一份`,
    choose: (name: string) => `${name}，选规格`,
    emptyTitle: '货还没摆上来',
    emptyText: '店主正在备货，过两天再来看看',
    emptyCall: '店主正在备货，想要什么先打个电话',
    soldOutAll: '这会儿都卖完了',
  },
  featured: {
    buy: '买',
    choose: '选规格',
    // the accessible name contains the visible label: 买 and the number
    more: (name: string, quantity: number) => `${name}，买${quantity} 份了，再加一份`,
  },
  delivery: {
    title: '送货和付钱',
    sending: (kind: Fulfilment, shop: DeliveryOptions) => sendingLine[kind](shop),
    paying: paymentLine,
  },
  contact: {
    title: '找到我们',
    call: '打电话',
    phone: '电话',
    callLabel: (phone: string) => `给店家打电话，${phone}`,
    pickup: (place: string) => `自提：${place}`,
    wechat: '微信号',
    copy: '复制微信号',
    copied: '微信号复制好了',
    copyLabel: (id: string, copied: boolean) => `${copied ? '复制好了' : '复制微信号'}，${id}`,
  },
} as const
