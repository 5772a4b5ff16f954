import type { FreightRule, ShopFreight } from '@/domain/freight'
import { fulfilments } from '@/domain/fulfilment'
import { type Fen, formatPrice } from '@/domain/money'
import { termsQuestionWords as words } from '@/locales/zh-CN/wizard'
import type { Draft } from '../draft'

type Sending = Pick<Draft, 'fulfilments' | 'freight'>

/** The ways of sending that have a fee of their own. */
export const chargedKinds = ['local', 'courier'] as const
export type ChargedKind = (typeof chargedKinds)[number]

export const chargedKindsOf = (draft: Sending): ChargedKind[] =>
  chargedKinds.filter((kind) => draft.fulfilments.includes(kind))

/** Courier is offered, and nobody said yet what a parcel costs; also in a draft of an older version. */
export const lacksCourierFee = ({ fulfilments: chosen, freight }: Sending): boolean =>
  chosen.includes('courier') && !freight.courier

/** The draft with a fee; a fee for courier also chooses courier. */
export function withFee({ fulfilments: chosen, freight }: Sending, kind: ChargedKind, fee: Fen): Sending {
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

/** The freight as it is sent: of the ways that are offered, as only theirs was shown. */
export function offeredFreight({ fulfilments: chosen, freight }: Sending): ShopFreight {
  const { courier, ...local } = freight
  return {
    ...(chosen.includes('local') ? local : { fee: 0 }),
    ...(courier && chosen.includes('courier') ? { courier } : {}),
  }
}

const overWords = ({ freeOver }: FreightRule): string | null =>
  freeOver === undefined ? null : formatPrice(freeOver)

/** What the buyer pays for sending, in words: the local fee if there is one, and what was said of courier. */
export function freightParts({ fulfilments: chosen, freight }: Sending): string[] {
  const { courier } = freight
  const parts: string[] = []
  if (chosen.includes('local') && freight.fee > 0)
    parts.push(words.freight(formatPrice(freight.fee), overWords(freight)))
  if (!chosen.includes('courier')) return parts
  if (!courier) return [...parts, words.courierUnknown]
  return [
    ...parts,
    words.courierFreight(courier.fee > 0 ? formatPrice(courier.fee) : null, overWords(courier)),
  ]
}
