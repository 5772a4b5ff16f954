import type { SectionPlacement } from '../../section-placement'

/** The first products of one category or of all, on a shelf that scrolls sideways. An empty title shows none. */
export type ShelfSettings = {
  title: string
  category: string
  most: number
}

export const shelfDefaults: ShelfSettings = { title: '', category: '', most: 6 }

export const placement: SectionPlacement = { loading: 'lazy', order: 11 }
