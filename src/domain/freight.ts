import type { Fulfilment } from './fulfilment'
import type { Fen } from './money'

/** A flat fee for an order that is brought or posted, free from an amount on. */
export interface FreightRule {
  fee: Fen
  /** Goods worth at least this travel free; absent: never free. */
  freeOver?: Fen
}

/** What a shop charges: the rule of local delivery, and that of courier; absent: one rule for both. */
export interface ShopFreight extends FreightRule {
  courier?: FreightRule
}

/** The rule for a way of sending. */
export const ruleOf = ({ courier, ...local }: ShopFreight, kind: Fulfilment): FreightRule =>
  (kind === 'courier' && courier) || local

/** What sending these goods costs, in fen; pickup and on-site cost nothing. */
export function freightOf(freight: ShopFreight, kind: Fulfilment, goods: Fen): Fen {
  if (kind === 'pickup' || kind === 'on-site') return 0
  const { fee, freeOver } = ruleOf(freight, kind)
  return freeOver !== undefined && goods >= freeOver ? 0 : fee
}
