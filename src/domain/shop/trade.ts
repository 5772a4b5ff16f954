import type { Fulfilment } from '../order/fulfilment'
import type { PaymentMethod } from '../payment/payment'
import type { Grams } from '../product/sku'
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

/** A suggested product of a trade: its plain name, optional words before it, and its sales units. */
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

const deliveryDefaults = { fulfilments: ['local', 'pickup'], payments: ['on-delivery', 'on-pickup'] } as const
const onSiteDefaults = { fulfilments: ['on-site'], payments: ['on-pickup'] } as const

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

export function tradeDefaults(trade: Trade): TradeDefaults {
  return {
    template: templates[trade],
    ...(trade === 'inn' ? onSiteDefaults : deliveryDefaults),
    goods: tradeGoods[trade],
  }
}

/** Grams per unit; `undefined` for units that are no weight. 1 斤 = 500 g (GB 3100 and the State Council's decree of 1959). */
export function unitWeight(unit: string): Grams | undefined {
  return { 斤: 500, 公斤: 1000, 两: 50 }[unit]
}
