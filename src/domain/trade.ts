import type { Fulfilment } from './fulfilment'
import type { PaymentMethod } from './payment'
import type { Grams } from './sku'
import { tradeGoods } from './trade-goods'

export const trades = [
  'fruit',
  'nuts',
  'grain',
  'honey',
  'eggs-meat',
  'inn',
  'herbs',
  'handicraft',
  'plain',
] as const
export type Trade = (typeof trades)[number]

/** A good a trade proposes: its plain name, words that may stand before it, and the units it is sold by. */
export interface Good {
  name: string
  words: readonly string[]
  units: readonly string[]
}

export interface TradeDefaults {
  template: string
  fulfilments: readonly Fulfilment[]
  payments: readonly PaymentMethod[]
  goods: readonly Good[]
}

const brought = { fulfilments: ['local', 'pickup'], payments: ['on-delivery', 'on-pickup'] } as const
const visited = { fulfilments: ['on-site'], payments: ['on-pickup'] } as const

const templates: Record<Trade, string> = {
  fruit: 'orchard',
  nuts: 'woodgrain',
  grain: 'wheat',
  honey: 'amber',
  'eggs-meat': 'farmyard',
  inn: 'inn',
  herbs: 'herbal',
  handicraft: 'indigo',
  plain: 'plain',
}

/** What a trade chooses for its seller until she says otherwise. */
export function tradeDefaults(trade: Trade): TradeDefaults {
  return {
    template: templates[trade],
    ...(trade === 'inn' ? visited : brought),
    goods: tradeGoods[trade],
  }
}

/** A 斤 is 500 g by law (GB 3100 and the State Council's decree of 1959); a unit that is no weight has none. */
export function unitWeight(unit: string): Grams | undefined {
  return { 斤: 500, 公斤: 1000, 两: 50 }[unit]
}
