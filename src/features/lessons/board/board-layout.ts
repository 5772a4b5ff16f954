/** The amount of detail on a card. The text is never smaller; the fuller a board, the fewer the parts of a card. */
export type Density = 'large' | 'roomy' | 'normal' | 'dense' | 'tiny'

export interface BoardLayout {
  density: Density
  columns: number
}

/** The layouts by the most cards that fit on a screen of 16 : 9 without scrolling. */
const layouts: readonly (BoardLayout & { most: number })[] = [
  { most: 3, density: 'large', columns: 3 },
  { most: 8, density: 'large', columns: 4 },
  { most: 15, density: 'roomy', columns: 5 },
  { most: 30, density: 'normal', columns: 6 },
  { most: 60, density: 'dense', columns: 10 },
]

const fullest: BoardLayout = { density: 'tiny', columns: 12 }

/** The layout of a board with this many cards. */
export const boardLayout = (cards: number): BoardLayout =>
  layouts.find(({ most }) => cards <= most) ?? fullest
