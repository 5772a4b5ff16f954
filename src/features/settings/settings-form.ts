import type { RouteBody } from '@/contract/routes'
import type { Day } from '@/domain/day'
import { type Fen, formatPrice, parseYuan } from '@/domain/money'
import { type FreightRule, freightRuleOf } from '@/domain/order/freight'
import { type Fulfilment, fulfilments } from '@/domain/order/fulfilment'
import { availablePaymentMethods } from '@/domain/payment/available-payments'
import { isPaidInPerson, type PaymentMethod, paymentMethods } from '@/domain/payment/payment'
import type { Photo } from '@/domain/photo'
import { LOW_STOCK } from '@/domain/product/sku'
import { isPhone, normalizePhone } from '@/domain/receiver/receiver'
import type { ManagedShop, ShopSettings } from '@/domain/shop/shop'
import { isWechatId } from '@/domain/shop/wechat-id'
import {
  type DeliverySlotsForm,
  isSlotRuleValid,
  toDeliverySlots,
  toDeliverySlotsForm,
} from './delivery-slots-form'
import { type OrderLimitsForm, toOrderLimits, toOrderLimitsForm } from './order-limits-form'

/** A shop's settings as typed: amounts as text, an empty text for none. */
export interface SettingsForm extends OrderLimitsForm, DeliverySlotsForm {
  name: string
  place: string
  phone: string
  notice: string
  pickupPlace: string
  wechatId: string
  deliveryArea: string
  fulfilments: Fulfilment[]
  fee: string
  freeOver: string
  /** Required if courier is chosen; "0" means free. */
  courierFee: string
  courierFreeOver: string
  closedUntil: Day | ''
  closedNote: string
  /** The stock from which down the owner is warned. */
  lowStock: string
  /** Saved as soon as they are chosen. */
  logo: Photo | null
  banner: Photo | null
}

export type SettingsField = keyof SettingsForm
export type InvalidSettingsField =
  | 'name'
  | 'phone'
  | 'wechatId'
  | 'fulfilments'
  | 'fee'
  | 'freeOver'
  | 'courierFee'
  | 'courierFreeOver'
  | 'localSlots'
  | 'pickupSlots'
export type SettingsBody = RouteBody<'PUT /api/shops/:shopId/settings'>

const yuan = (fen: Fen | undefined): string => (fen === undefined ? '' : formatPrice(fen))

export const formFromShop = (shop: ManagedShop): SettingsForm => ({
  name: shop.name,
  place: shop.place ?? '',
  phone: shop.phone ?? '',
  notice: shop.notice ?? '',
  pickupPlace: shop.pickupPlace ?? '',
  wechatId: shop.wechatId ?? '',
  deliveryArea: shop.deliveryArea ?? '',
  fulfilments: [...shop.fulfilments],
  fee: shop.freight.fee === 0 ? '' : yuan(shop.freight.fee),
  freeOver: yuan(shop.freight.freeOver),
  ...courierOf(shop),
  closedUntil: shop.closedUntil ?? '',
  closedNote: shop.closedNote ?? '',
  lowStock: String(shop.lowStock ?? LOW_STOCK),
  logo: shop.logo ?? null,
  banner: shop.banner ?? null,
  ...toOrderLimitsForm(shop.orderLimits),
  ...toDeliverySlotsForm(shop.deliverySlots),
})

/** The courier fee of a shop that offers or has offered courier; empty for all others, where it must be entered. */
function courierOf({
  fulfilments,
  freight,
}: ManagedShop): Pick<SettingsForm, 'courierFee' | 'courierFreeOver'> {
  if (!fulfilments.includes('courier') && !freight.courier) return { courierFee: '', courierFreeOver: '' }
  const { fee, freeOver } = freightRuleOf(freight, 'courier')
  return { courierFee: yuan(fee), courierFreeOver: yuan(freeOver) }
}

/** The payment methods of these fulfilment kinds: all in-person ones that fit, and the offered online ones. */
export function paymentsFor(
  kinds: readonly Fulfilment[],
  offered: readonly PaymentMethod[],
): PaymentMethod[] {
  const payable = new Set(kinds.flatMap((kind) => availablePaymentMethods(kind, paymentMethods)))
  const isOfferedOnline = (method: PaymentMethod) => offered.includes(method) && !isPaidInPerson(method)
  return paymentMethods.filter((method) => payable.has(method) || isOfferedOnline(method))
}

const isAmount = (text: string): boolean => parseYuan(text) !== null
const isAmountOrEmpty = (text: string): boolean => !text.trim() || isAmount(text)

/** Returns the invalid fields of the form. */
export function validateSettings(form: SettingsForm): InvalidSettingsField[] {
  const invalidFields: InvalidSettingsField[] = []
  if (!form.name.trim()) invalidFields.push('name')
  if (form.phone.trim() && !isPhone(normalizePhone(form.phone))) invalidFields.push('phone')
  if (form.wechatId.trim() && !isWechatId(form.wechatId.trim())) invalidFields.push('wechatId')
  if (form.fulfilments.length === 0) invalidFields.push('fulfilments')
  if (!isAmountOrEmpty(form.fee)) invalidFields.push('fee')
  if (!isAmountOrEmpty(form.freeOver)) invalidFields.push('freeOver')
  if (!isSlotRuleValid(form.localSlots)) invalidFields.push('localSlots')
  if (!isSlotRuleValid(form.pickupSlots)) invalidFields.push('pickupSlots')
  return form.fulfilments.includes('courier')
    ? [...invalidFields, ...validateCourierFreight(form)]
    : invalidFields
}

function validateCourierFreight({ courierFee, courierFreeOver }: SettingsForm): InvalidSettingsField[] {
  const fee: InvalidSettingsField[] = isAmount(courierFee) ? [] : ['courierFee']
  return isAmountOrEmpty(courierFreeOver) ? fee : [...fee, 'courierFreeOver']
}

function freightRule(fee: string, freeOver: string): FreightRule {
  const over = freeOver.trim() ? parseYuan(freeOver) : null
  return { fee: parseYuan(fee) ?? 0, ...(over === null ? {} : { freeOver: over }) }
}

const filled = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> =>
  text.trim() ? ({ [key]: text.trim() } as Record<Key, string>) : {}

/** Converts the form into the request body, based on the version it was edited on. */
export function toSettingsBody(form: SettingsForm, base: ManagedShop): SettingsBody {
  return {
    version: base.version,
    name: form.name.trim(),
    ...filled('place', form.place),
    ...filled('phone', normalizePhone(form.phone)),
    ...filled('notice', form.notice),
    ...filled('pickupPlace', form.pickupPlace),
    // without them the server keeps what it has, as for older apps
    wechatId: form.wechatId.trim(),
    deliveryArea: form.deliveryArea.trim(),
    fulfilments: fulfilments.filter((kind) => form.fulfilments.includes(kind)),
    payments: paymentsFor(form.fulfilments, base.payments),
    freight: {
      ...freightRule(form.fee, form.freeOver),
      ...(form.fulfilments.includes('courier')
        ? { courier: freightRule(form.courierFee, form.courierFreeOver) }
        : {}),
    },
    ...(form.closedUntil ? { closedUntil: form.closedUntil, closedNote: form.closedNote.trim() } : {}),
    orderLimits: toOrderLimits(form, base.orderLimits),
    ...(base.deliverySlots || form.localSlots || form.pickupSlots
      ? { deliverySlots: toDeliverySlots(form) }
      : {}),
    lowStock: Number(form.lowStock),
    // only what is changed, so that a photo that was hidden or lost does not keep other settings from being saved
    ...(same(form.logo, base.logo ?? null) ? {} : { logo: form.logo }),
    ...(same(form.banner, base.banner ?? null) ? {} : { banner: form.banner }),
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sorted = (words: readonly string[]) => [...words].sort()

const sameRule = (a: FreightRule, b: FreightRule): boolean => a.fee === b.fee && a.freeOver === b.freeOver

/** True if a saved shop equals a request body, i.e. its reply was lost. */
export function matchesSettingsBody(shop: ManagedShop, body: SettingsBody): boolean {
  const texts: (keyof ShopSettings & keyof SettingsBody)[] = [
    'name',
    'place',
    'phone',
    'notice',
    'pickupPlace',
    'closedUntil',
  ]
  return (
    texts.every((key) => shop[key] === body[key]) &&
    (shop.closedNote ?? '') === (body.closedNote ?? '') &&
    (shop.wechatId ?? '') === body.wechatId &&
    (shop.deliveryArea ?? '') === body.deliveryArea &&
    same(sorted(shop.fulfilments), sorted(body.fulfilments)) &&
    same(sorted(shop.payments), sorted(body.payments)) &&
    sameRule(shop.freight, body.freight) &&
    (!body.freight.courier || sameRule(freightRuleOf(shop.freight, 'courier'), body.freight.courier)) &&
    same(toOrderLimitsForm(shop.orderLimits), toOrderLimitsForm(body.orderLimits)) &&
    same(toDeliverySlotsForm(shop.deliverySlots), toDeliverySlotsForm(body.deliverySlots)) &&
    (shop.lowStock ?? LOW_STOCK) === body.lowStock &&
    (body.logo === undefined || same(shop.logo ?? null, body.logo)) &&
    (body.banner === undefined || same(shop.banner ?? null, body.banner))
  )
}

/** Returns the fields in which two forms differ, in form order. */
export function changedFields(before: SettingsForm, after: SettingsForm): SettingsField[] {
  return (Object.keys(before) as SettingsField[]).filter((key) => {
    const [a, b] = [before[key], after[key]]
    return Array.isArray(a) && Array.isArray(b) ? !same(sorted(a), sorted(b)) : !same(a, b)
  })
}
