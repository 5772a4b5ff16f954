import type { Static } from '@sinclair/typebox'
import type { FreightRuleShape, FreightShape } from '@/contract/shop/shops'
import type { Fen } from '../money'
import type { Fulfilment } from './fulfilment'

/** A flat fee for a delivered order, free of charge from an amount on. */
export type FreightRule = Static<typeof FreightRuleShape>

/** A shop's fees: the rule for local delivery, and `courier` if couriers have a different one. */
export type ShopFreight = Static<typeof FreightShape>

/** The rule that applies to a fulfilment. */
export const freightRuleOf = ({ courier, ...local }: ShopFreight, kind: Fulfilment): FreightRule =>
  (kind === 'courier' && courier) || local

/** The delivery fee in fen; 0 for pickup and on-site. */
export function freightOf(freight: ShopFreight, kind: Fulfilment, goods: Fen): Fen {
  if (kind === 'pickup' || kind === 'on-site') return 0
  const { fee, freeOver } = freightRuleOf(freight, kind)
  return freeOver !== undefined && goods >= freeOver ? 0 : fee
}
