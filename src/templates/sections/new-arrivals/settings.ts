import type { SectionPlacement } from '../../section-placement'

/** The newest products, each under the day it was added. An empty title shows the section's default title. */
export type NewArrivalsSettings = {
  title: string
  most: number
}

export const newArrivalsDefaults: NewArrivalsSettings = { title: '', most: 3 }

export const placement: SectionPlacement = { loading: 'lazy', order: 9 }
