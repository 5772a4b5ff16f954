/** A box on the page, in px from its top left corner. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A product of a list: its own box, and those of its photo, name and price. */
export interface MeasuredItem extends Box {
  isLead: boolean
  photo: Box | undefined
  /** The image fills the photo's box, cut to it. */
  isFilled: boolean
  name: Box | undefined
  price: Box | undefined
}

export interface MeasuredList {
  /** The class of the list, such as `product-grid__block`. */
  name: string
  /** The inner box of the list, without its padding. */
  inner: Box
  items: MeasuredItem[]
}

export interface MeasuredGoods {
  head: Box | undefined
  tabs: Box[]
  /** Name and price of the first product, in a list or alone. */
  first: { name: Box | undefined; price: Box | undefined }
  lists: MeasuredList[]
}

/** Measures head, categories and lists of goods of the shown page. Runs in the page, so that it uses nothing from outside. */
export function measureGoods(): MeasuredGoods {
  const NAMES =
    '.goods-card__name, .goods-large__name, .goods-row__name, .rooms__name, .price-board__name, .harvest__name'
  const LISTS =
    '.product-grid__block, .product-list__block, .rooms__block, .showcase__block, .price-board__block, .group-order__block, .shelf__row, .harvest__list'
  const boxOf = (element: Element): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return { left, right, top: top + window.scrollY, bottom: bottom + window.scrollY }
  }
  const boxIn = (parent: ParentNode, selector: string) => {
    const element = parent.querySelector(selector)
    return element ? boxOf(element) : undefined
  }
  const boxesIn = (selector: string) => [...document.querySelectorAll(selector)].map(boxOf)
  const isFilled = (photo: Element) => {
    const image = photo.querySelector('img')
    if (!image) return true
    const [outer, inner] = [boxOf(photo), boxOf(image)]
    // a photo shown whole has its blurred copy behind it, which is larger than the box
    return (
      getComputedStyle(image).objectFit === 'cover' &&
      Math.max(inner.left - outer.left, inner.top - outer.top) <= 1 &&
      Math.max(outer.right - inner.right, outer.bottom - inner.bottom) <= 1
    )
  }
  const itemOf = (element: Element): MeasuredItem => {
    const photo = element.querySelector('.picture')
    return {
      ...boxOf(element),
      isLead: element.classList.contains('goods-card--lead'),
      photo: photo ? boxOf(photo) : undefined,
      isFilled: !photo || isFilled(photo),
      name: boxIn(element, NAMES),
      price: boxIn(element, '.price'),
    }
  }
  const innerOf = (list: Element): Box => {
    const box = boxOf(list)
    const style = getComputedStyle(list)
    const edge = (side: string) =>
      Number.parseFloat(style.getPropertyValue(`padding-${side}`)) +
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`))
    return {
      left: box.left + edge('left'),
      top: box.top + edge('top'),
      right: box.right - edge('right'),
      bottom: box.bottom - edge('bottom'),
    }
  }
  return {
    head: boxIn(document, '.shop-head'),
    tabs: boxesIn('.category-tabs__tab'),
    first: { name: boxIn(document, NAMES), price: boxIn(document, '.price') },
    lists: [...document.querySelectorAll(LISTS)].map((list) => ({
      name: list.className.split(' ')[0] ?? '',
      inner: innerOf(list),
      items: [...list.children].map(itemOf),
    })),
  }
}
