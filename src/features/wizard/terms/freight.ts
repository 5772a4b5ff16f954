import { type Fen, formatPrice } from '@/domain/money'
import type { FreightRule, ShopFreight } from '@/domain/order/freight'
import { fulfilments } from '@/domain/order/fulfilment'
import { termsQuestionWords as words } from '@/locales/shop/wizard'
import type { ShopDraft } from '../shop-draft'

type FreightDraft = Pick<ShopDraft, 'fulfilments' | 'freight'>

/** The fulfilment kinds that have their own fee. */
export const chargedKinds = ['local', 'courier'] as const
export type ChargedKind = (typeof chargedKinds)[number]

export const chargedKindsOf = (draft: FreightDraft): ChargedKind[] =>
  chargedKinds.filter((kind) => draft.fulfilments.includes(kind))

/** True if courier is chosen without a fee, which also occurs in drafts of older versions. */
export const lacksCourierFee = ({ fulfilments: chosen, freight }: FreightDraft): boolean =>
  chosen.includes('courier') && !freight.courier

/** Sets the fee of a kind and chooses that kind. */
export function withFee(
  { fulfilments: chosen, freight }: FreightDraft,
  kind: ChargedKind,
  fee: Fen,
): FreightDraft {
  const old = kind === 'courier' ? freight.courier : freight
  const rule = fee > 0 && old?.freeOver !== undefined ? { fee, freeOver: old.freeOver } : { fee }
  return {
    fulfilments: fulfilments.filter((one) => one === kind || chosen.includes(one)),
    freight: withRule(freight, kind, rule),
  }
}

export const withRule = (freight: ShopFreight, kind: ChargedKind, rule: ShopFreight): ShopFreight =>
  kind === 'courier'
    ? { ...freight, courier: rule }
    : { ...rule, ...(freight.courier ? { courier: freight.courier } : {}) }

/** The freight to send: only the rules of the chosen kinds. */
export function offeredFreight({ fulfilments: chosen, freight }: FreightDraft): ShopFreight {
  const { courier, ...local } = freight
  return {
    ...(chosen.includes('local') ? local : { fee: 0 }),
    ...(courier && chosen.includes('courier') ? { courier } : {}),
  }
}

const formatFreeOver = ({ freeOver }: FreightRule): string | null =>
  freeOver === undefined ? null : formatPrice(freeOver)

/** Describes the delivery fees: the local fee unless it is free, and the courier fee. */
export function freightParts({ fulfilments: chosen, freight }: FreightDraft): string[] {
  const { courier } = freight
  const parts: string[] = []
  if (chosen.includes('local') && freight.fee > 0)
    parts.push(words.freight(formatPrice(freight.fee), formatFreeOver(freight)))
  if (!chosen.includes('courier')) return parts
  if (!courier) return [...parts, words.courierUnknown]
  return [
    ...parts,
    words.courierFreight(courier.fee > 0 ? formatPrice(courier.fee) : null, formatFreeOver(courier)),
  ]
}
