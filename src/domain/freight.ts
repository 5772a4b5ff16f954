import type { Fulfilment } from './fulfilment'
import type { Fen } from './money'

/** One flat fee for goods that are brought or posted, free from an amount on; pickup and on-site cost nothing. */
export interface FreightRule {
  fee: Fen
  /** Goods worth at least this travel free; absent: never free. */
  freeOver?: Fen
}

/** What sending these goods costs, in fen. */
export function freightOf(rule: FreightRule, kind: Fulfilment, goods: Fen): Fen {
  if (kind === 'pickup' || kind === 'on-site') return 0
  return rule.freeOver !== undefined && goods >= rule.freeOver ? 0 : rule.fee
}
