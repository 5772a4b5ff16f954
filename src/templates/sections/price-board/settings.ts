import type { SoldOutPlace } from '../../goods/visible-products'

export const boardForms = ['board', 'slips'] as const

/** Products with large prices and no pictures: a market stall's board, or slips side by side. */
export type PriceBoardSettings = {
  title: string
  form: (typeof boardForms)[number]
  soldOut: SoldOutPlace
}

export const priceBoardDefaults: PriceBoardSettings = { title: '', form: 'board', soldOut: 'last' }
