import type { RouteBody } from '@/contract/routes'
import type { Day } from '@/domain/day'
import { type FreightRule, ruleOf } from '@/domain/freight'
import { type Fulfilment, fulfilments } from '@/domain/fulfilment'
import { type Fen, formatPrice, parseYuan } from '@/domain/money'
import { isPaidInPerson, type PaymentMethod, paymentMethods } from '@/domain/payment'
import { payableBy } from '@/domain/payment-rights'
import { isPhone, normalPhone } from '@/domain/receiver'
import type { OwnShop, ShopSettings } from '@/domain/shop'
import { type OrderLimitsForm, orderLimitsForm, orderLimitsOf } from './order-limits-form'

/** A shop's settings as they are typed: amounts as text, an empty text for nothing. */
export interface SettingsForm extends OrderLimitsForm {
  name: string
  place: string
  phone: string
  notice: string
  pickupPlace: string
  fulfilments: Fulfilment[]
  fee: string
  freeOver: string
  /** Asked once courier is chosen; "0" is a free courier. */
  courierFee: string
  courierFreeOver: string
  closedUntil: Day | ''
}

export type SettingsField = keyof SettingsForm
export type SettingsFault =
  | 'name'
  | 'phone'
  | 'fulfilments'
  | 'fee'
  | 'freeOver'
  | 'courierFee'
  | 'courierFreeOver'
export type SettingsBody = RouteBody<'PUT /api/shops/:shopId/settings'>

const yuan = (fen: Fen | undefined): string => (fen === undefined ? '' : formatPrice(fen))

export const formOf = (shop: OwnShop): SettingsForm => ({
  name: shop.name,
  place: shop.place ?? '',
  phone: shop.phone ?? '',
  notice: shop.notice ?? '',
  pickupPlace: shop.pickupPlace ?? '',
  fulfilments: [...shop.fulfilments],
  fee: shop.freight.fee === 0 ? '' : yuan(shop.freight.fee),
  freeOver: yuan(shop.freight.freeOver),
  ...courierOf(shop),
  closedUntil: shop.closedUntil ?? '',
  ...orderLimitsForm(shop.orderLimits),
})

/** The courier fee of a shop that offers or once offered courier; any other shop is still to be asked. */
function courierOf({ fulfilments, freight }: OwnShop): Pick<SettingsForm, 'courierFee' | 'courierFreeOver'> {
  if (!fulfilments.includes('courier') && !freight.courier) return { courierFee: '', courierFreeOver: '' }
  const { fee, freeOver } = ruleOf(freight, 'courier')
  return { courierFee: yuan(fee), courierFreeOver: yuan(freeOver) }
}

/** The payments that fit these ways of sending: in person where people meet, and those online that are offered. */
export function paymentsFor(
  kinds: readonly Fulfilment[],
  offered: readonly PaymentMethod[],
): PaymentMethod[] {
  const fitting = new Set(kinds.flatMap((kind) => payableBy(kind, paymentMethods)))
  const stays = (method: PaymentMethod) => offered.includes(method) && !isPaidInPerson(method)
  return paymentMethods.filter((method) => fitting.has(method) || stays(method))
}

const isAmount = (text: string): boolean => parseYuan(text) !== null
const isAmountOrEmpty = (text: string): boolean => !text.trim() || isAmount(text)

/** What is wrong with what was typed; empty when nothing is. */
export function faultsOf(form: SettingsForm): SettingsFault[] {
  const faults: SettingsFault[] = []
  if (!form.name.trim()) faults.push('name')
  if (form.phone.trim() && !isPhone(normalPhone(form.phone))) faults.push('phone')
  if (form.fulfilments.length === 0) faults.push('fulfilments')
  if (!isAmountOrEmpty(form.fee)) faults.push('fee')
  if (!isAmountOrEmpty(form.freeOver)) faults.push('freeOver')
  return form.fulfilments.includes('courier') ? [...faults, ...courierFaults(form)] : faults
}

function courierFaults({ courierFee, courierFreeOver }: SettingsForm): SettingsFault[] {
  const fee: SettingsFault[] = isAmount(courierFee) ? [] : ['courierFee']
  return isAmountOrEmpty(courierFreeOver) ? fee : [...fee, 'courierFreeOver']
}

function freightRule(fee: string, freeOver: string): FreightRule {
  const over = freeOver.trim() ? parseYuan(freeOver) : null
  return { fee: parseYuan(fee) ?? 0, ...(over === null ? {} : { freeOver: over }) }
}

const filled = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> =>
  text.trim() ? ({ [key]: text.trim() } as Record<Key, string>) : {}

/** The settings as they are sent: what was typed, over the version it was typed on. */
export function bodyOf(form: SettingsForm, base: OwnShop): SettingsBody {
  return {
    version: base.version,
    name: form.name.trim(),
    ...filled('place', form.place),
    ...filled('phone', normalPhone(form.phone)),
    ...filled('notice', form.notice),
    ...filled('pickupPlace', form.pickupPlace),
    fulfilments: fulfilments.filter((kind) => form.fulfilments.includes(kind)),
    payments: paymentsFor(form.fulfilments, base.payments),
    freight: {
      ...freightRule(form.fee, form.freeOver),
      ...(form.fulfilments.includes('courier')
        ? { courier: freightRule(form.courierFee, form.courierFreeOver) }
        : {}),
    },
    ...(form.closedUntil ? { closedUntil: form.closedUntil } : {}),
    orderLimits: orderLimitsOf(form, base.orderLimits),
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sorted = (words: readonly string[]) => [...words].sort()

const sameRule = (a: FreightRule, b: FreightRule): boolean => a.fee === b.fee && a.freeOver === b.freeOver

/** Whether a shop already is as it was sent: an answer got lost, the change did not. */
export function isAsSent(shop: OwnShop, body: SettingsBody): boolean {
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
    same(sorted(shop.fulfilments), sorted(body.fulfilments)) &&
    same(sorted(shop.payments), sorted(body.payments)) &&
    sameRule(shop.freight, body.freight) &&
    (!body.freight.courier || sameRule(ruleOf(shop.freight, 'courier'), body.freight.courier)) &&
    same(orderLimitsForm(shop.orderLimits), orderLimitsForm(body.orderLimits))
  )
}

/** The fields in which two forms differ, in the order of the form. */
export function changedFields(before: SettingsForm, after: SettingsForm): SettingsField[] {
  return (Object.keys(before) as SettingsField[]).filter((key) => {
    const [a, b] = [before[key], after[key]]
    return Array.isArray(a) && Array.isArray(b) ? !same(sorted(a), sorted(b)) : a !== b
  })
}
