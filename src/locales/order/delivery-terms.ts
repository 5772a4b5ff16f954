import { formatPrice } from '@/domain/money'
import { type FreightRule, freightRuleOf, type ShopFreight } from '@/domain/order/freight'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { PaymentMethod } from '@/domain/payment/payment'
import { translated } from '../translation'
import { paymentWords } from './fulfilment'

interface DeliveryOptions {
  fulfilments: readonly Fulfilment[]
  freight: ShopFreight
  pickupPlace?: string
  /** The area in which orders are brought to the door. */
  deliveryArea?: string
}

/** The delivery fee: "一单 3 元，满 99 元包邮". */
function feeWords({ fee, freeOver }: FreightRule, free: string): string {
  if (fee === 0 || freeOver === 0) return free
  const each = `一单 ${formatPrice(fee)} 元`
  return freeOver === undefined ? each : `${each}，满 ${formatPrice(freeOver)} 元${free}`
}

const pickupWords = (place: string | undefined): string => (place ? `到${place}自提` : '自己来拿')

const sendingLine: Record<Fulfilment, (shop: DeliveryOptions) => string> = {
  local: ({ freight, deliveryArea: area }) =>
    `送上门${area ? `（${area}）` : ''}，${feeWords(freight, '免费送')}`,
  courier: ({ freight }) => `发快递，${feeWords(freightRuleOf(freight, 'courier'), '包邮')}`,
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

/** A shop's delivery and payment methods in sentences. */
export const deliveryTermsWords = translated('deliveryTermsWords', {
  sending: (kind: Fulfilment, shop: DeliveryOptions) => sendingLine[kind](shop),
  paying: paymentLine,
  notice: freightNotice,
} as const)
