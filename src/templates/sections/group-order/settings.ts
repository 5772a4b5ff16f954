import type { SoldOutPlace } from '../../goods/visible-products'
import type { SectionPlacement } from '../../section-placement'

/** Products as the numbered lines of a 接龙, with a note and a last day. An empty title shows the section's default title. */
export type GroupOrderSettings = {
  title: string
  words: string
  /** Last day, `YYYY-MM-DD`, or empty. */
  until: string
  soldOut: SoldOutPlace
}

export const GROUP_WORDS = 120

export const groupOrderDefaults: GroupOrderSettings = { title: '', words: '', until: '', soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'lazy' }
