/** One thing on a screen that does not hold. */
export interface Finding {
  /** Which measure says so. */
  measure:
    | 'axe'
    | 'contrast'
    | 'covered'
    | 'cut'
    | 'overlap'
    | 'outside'
    | 'small target'
    | 'small type'
    | 'sideways'
  /** The element in words: what it says, and its class. */
  element: string
  figure: string
}

export const toLine = ({ measure, element, figure }: Finding) => `${measure}: ${element}: ${figure}`
