import type { Finding } from './finding'

interface Exemption {
  selector: string
  from: Finding['check'][]
  why: string
}

/** All exemptions from the checks, with their reasons. */
export const EXEMPT: Exemption[] = [
  {
    selector: '.preview, .shop-thumbnail',
    from: ['cut', 'small type', 'small target', 'outside'],
    why: 'a picture of a shop, made small and cut off like a photograph; nothing in it is read or tapped',
  },
  {
    selector: '.shelf__row',
    from: ['sideways', 'outside'],
    why: 'a shelf is there to be moved sideways; its board says how many goods stand on it and where the others are',
  },
  {
    selector: '.category-tabs',
    from: ['sideways', 'outside'],
    why: 'categories stand in one line that is moved sideways below a faded edge',
  },
  {
    selector: '.category-tabs--still',
    from: ['cut'],
    why: 'a preview shows the line up to its faded edge; nothing in it is moved or tapped',
  },
  {
    selector: '.select-orders__sum--spare',
    from: ['cut'],
    why: 'left out whole in a window too low for it; 更多 says how many orders are selected',
  },
  {
    selector: '.select-orders__goods',
    from: ['cut'],
    why: 'left out whole in a window too low for them; 要备的货 lists them',
  },
  {
    selector: '.select-orders__picks',
    from: ['sideways', 'outside'],
    why: 'quick picks stand in one line that is moved sideways; each order can also be selected by itself',
  },
]

/** What may stand on what: it is drawn above, on its own ground, and belongs to the same product. */
export const STANDS_ON = [
  {
    upper: '.goods__less--on, .goods__count, .rooms--best .goods__add',
    lower: '.goods-card__open, .goods-row__open, .group-order__open, .rooms__dish-open, .goods__add',
    why: 'no space is kept for − and the number beside every +; they come over the free part of the link or on the photo',
  },
]

/** Returns the selector of elements exempt from a check. */
export const exemptSelector = (auditPage: Finding['check']) =>
  EXEMPT.filter(({ from }) => from.includes(auditPage))
    .flatMap(({ selector }) => selector.split(', ').flatMap((one) => [one, `${one} *`]))
    .join(', ') || ':not(*)'
