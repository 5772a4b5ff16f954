import { formatPrice } from '@/domain/money'
import { freightRuleOf } from '@/domain/order/freight'
import { DEFAULT_ORDER_LIMITS } from '@/domain/order/order-limits'
import { type PaymentMethod, paymentMethods } from '@/domain/payment/payment'
import { shopPhotoNames } from '@/domain/photo'
import { LOW_STOCK } from '@/domain/product/sku'
import type { ManagedShop } from '@/domain/shop/shop'
import { paymentWords } from '@/locales/order/fulfilment'
import { settingsWords as words } from '@/locales/shop/settings'

type Field = keyof typeof words.fields
type Value = Parameters<typeof words.value>[1]

const price = (fen: number | undefined): string => (fen === undefined ? '' : formatPrice(fen))
const count = (number: number | undefined): string => (number === undefined ? '' : String(number))

type SlotRules = NonNullable<ManagedShop['deliverySlots']>

const slotsOf = (rule: SlotRules[keyof SlotRules]): Value =>
  rule ? { ...rule, weekdays: [...rule.weekdays].sort(), places: count(rule.places) } : null

/** The settings of a shop as its owner reads them, in the order of the form. What was never set has its default. */
function valuesOf(shop: ManagedShop): Record<Field, Value> {
  const { fulfilments, freight, orderLimits: limits = DEFAULT_ORDER_LIMITS } = shop
  const courier =
    fulfilments.includes('courier') || freight.courier ? freightRuleOf(freight, 'courier') : undefined
  return {
    name: shop.name,
    phone: shop.phone ?? '',
    wechatId: shop.wechatId ?? '',
    place: shop.place ?? '',
    notice: shop.notice ?? '',
    pickupPlace: shop.pickupPlace ?? '',
    deliveryArea: shop.deliveryArea ?? '',
    fulfilments,
    fee: price(freight.fee),
    freeOver: price(freight.freeOver),
    courierFee: price(courier?.fee),
    courierFreeOver: price(courier?.freeOver),
    closedUntil: shop.closedUntil ?? '',
    closedNote: shop.closedNote ?? '',
    waiting: count(limits.waiting),
    share: count(limits.newBuyer?.percent),
    expiry: count(limits.expiryHours),
    localSlots: slotsOf(shop.deliverySlots?.local),
    pickupSlots: slotsOf(shop.deliverySlots?.pickup),
    lowStock: count(shop.lowStock ?? LOW_STOCK),
    logo: shop.logo ?? null,
    banner: shop.banner ?? null,
  }
}

/** The payment methods in one order, since their order is no setting that a person changes. */
const payingText = (methods: readonly PaymentMethod[]): string =>
  paymentMethods
    .filter((method) => methods.includes(method))
    .map((method) => paymentWords(method, method === 'on-pickup' ? 'pickup' : 'local'))
    .join('、')

/** A setting that was changed, with its old and its new value as people read them. */
export interface SettingChange {
  field: Field | 'payments'
  text: string
}

export function settingChanges(before: ManagedShop, after: ManagedShop, now: number): SettingChange[] {
  const [old, saved] = [valuesOf(before), valuesOf(after)]
  const rows = (Object.keys(old) as Field[]).map((field) => ({
    ...{ field, label: words.fields[field] },
    ...{ from: words.value(field, old[field], now), to: words.value(field, saved[field], now) },
  }))
  const paying = { from: payingText(before.payments), to: payingText(after.payments) }
  const changed = [...rows, { field: 'payments' as const, label: words.paying, ...paying }]
    .filter(({ from, to }) => from !== to)
    .map(({ field, label, from, to }) => ({ field, text: words.changed(label, from, to) }))
  const replaced = shopPhotoNames
    .filter((name) => before[name] && after[name] && before[name]?.hash !== after[name]?.hash)
    .map((name) => ({ field: name, text: words.changedPhoto(words.fields[name]) }))
  return [...changed, ...replaced]
}
