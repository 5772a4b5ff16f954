import type { Finding } from './finding'

interface Exemption {
  selector: string
  from: Finding['measure'][]
  why: string
}

/** Everything that is not measured, by whom, and why. Nothing else is left out. */
export const EXEMPT: Exemption[] = [
  {
    selector: '.preview',
    from: ['cut', 'small type', 'small target', 'outside'],
    why: 'a picture of a shop, made small and cut off like a photograph; nothing in it is read or tapped',
  },
  {
    selector: '.shelf__row',
    from: ['sideways', 'outside'],
    why: 'a shelf is there to be moved sideways; its board says how many goods stand on it and where the others are',
  },
]

/** Selector of what a measure leaves out. */
export const exemptFrom = (measure: Finding['measure']) =>
  EXEMPT.filter(({ from }) => from.includes(measure))
    .map(({ selector }) => `${selector}, ${selector} *`)
    .join(', ') || ':not(*)'
