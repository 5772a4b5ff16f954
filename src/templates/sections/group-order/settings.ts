import type { SoldOutPlace } from '../../goods/visible-products'

/** Goods as the numbered lines of a 接龙, with what to know and until when. An empty title shows the section's own words. */
export type GroupOrderSettings = {
  title: string
  words: string
  /** Last day, `YYYY-MM-DD`, or empty. */
  until: string
  soldOut: SoldOutPlace
}

export const GROUP_WORDS = 120

export const groupOrderDefaults: GroupOrderSettings = { title: '', words: '', until: '', soldOut: 'last' }
