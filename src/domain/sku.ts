import type { Id } from './id'
import type { Fen } from './money'

/** Weight is an integer number of grams. */
export type Grams = number

/** The sellable unit: a price and a stock. `label` distinguishes the skus of one product ("大盒"). */
export interface Sku {
  id: Id
  label?: string
  price: Fen
  stock: number
  weight?: Grams
}

export const MAX_SKUS = 20
export const MAX_STOCK = 1_000_000

/** The stock of a new product whose owner entered none. */
export const DEFAULT_STOCK = 100

/** From this stock down the owner is warned. */
export const LOW_STOCK = 5
