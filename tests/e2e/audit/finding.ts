/** An issue on a screen. */
export interface Finding {
  /** The check that found it. */
  check:
    | 'axe'
    | 'contrast'
    | 'covered'
    | 'cut'
    | 'flex gap'
    | 'overlap'
    | 'outside'
    | 'small target'
    | 'small type'
    | 'sideways'
  /** Text and class of the element. */
  element: string
  figure: string
}

export const toLine = ({ check, element, figure }: Finding) => `${check}: ${element}: ${figure}`
