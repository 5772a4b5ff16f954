/** The first goods of a category, or of all, side by side on a board that is moved sideways. An empty title shows none. */
export type ShelfSettings = {
  title: string
  category: string
  most: number
}

export const shelfDefaults: ShelfSettings = { title: '', category: '', most: 6 }
