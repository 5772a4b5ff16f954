import { exampleAt } from '@/domain/lesson/lesson'
import type { Fen } from '@/domain/money'
import type { Trade } from '@/domain/shop/trade'
import { tradeGoods } from '@/domain/shop/trade-goods'

export interface ExampleGoods {
  trade: Trade
  name: string
  unit: string
  price: Fen
}

/** The goods of the example that the trainer gave; `undefined` without one. */
export function exampleGoods(index: number | undefined): ExampleGoods | undefined {
  if (index === undefined) return undefined
  const { trade, price } = exampleAt(index)
  const [good] = tradeGoods[trade]
  const [unit] = good?.units ?? []
  return good && unit ? { trade, name: good.name, unit, price } : undefined
}
