import type { SoldOutPlace } from '../../goods/visible-products'
import type { SectionPlacement } from '../../section-placement'

export const boardForms = ['board', 'slips'] as const

/** Products with large prices and no pictures: a market stall's board, or slips side by side. */
export type PriceBoardSettings = {
  title: string
  form: (typeof boardForms)[number]
  soldOut: SoldOutPlace
}

export const priceBoardDefaults: PriceBoardSettings = { title: '', form: 'board', soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'lazy', order: 10 }
