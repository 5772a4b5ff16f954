/** The goods that came last, each under the day it came. An empty title shows the section's own words. */
export type NewArrivalsSettings = {
  title: string
  most: number
}

export const newArrivalsDefaults: NewArrivalsSettings = { title: '', most: 3 }
