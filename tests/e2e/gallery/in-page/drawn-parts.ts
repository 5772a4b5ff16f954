/**
 * Lists what a drawn look shows, as lines of text: each section, each product of a list, and each of their parts that has a text or
 * paints something, in order, with its computed style and its box. Runs in the page, so that it uses nothing from outside.
 *
 * A line is `part|text|style|box|place`. A box is `left distance width height` in px; the distance is from the part above, else from the
 * top of the section or product, so that a part which grows does not change those below it. The place is `left top` on the page.
 */
export function drawnParts(): string[] {
  const ANCHORS = '.look__section, [role=listitem]'
  const hash = (text: string) => {
    let sum = 0
    for (const sign of text) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) >>> 0
    return sum.toString(36)
  }
  const ownText = (element: Element) =>
    [...element.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent?.trim())
      .join('')
  /** The name of the part: the first class of the element or of one around it. */
  const nameOf = (element: Element): string => {
    const names = [...element.classList].filter((name) => !/^(look__section|taro-)|^(h5|img)-|--/.test(name))
    return names[0] ?? (element.parentElement ? nameOf(element.parentElement) : '')
  }
  const inkOf = (style: CSSStyleDeclaration) => {
    const hasBorder = Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.borderLeftWidth) > 0
    return {
      ground: style.backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : style.backgroundColor,
      image: style.backgroundImage === 'none' ? '' : hash(style.backgroundImage),
      border:
        hasBorder || Number.parseFloat(style.borderBottomWidth) > 0
          ? `${style.borderWidth} ${style.borderColor}`
          : '',
      shadow: style.boxShadow === 'none' ? '' : style.boxShadow,
    }
  }
  const isVisible = (element: Element) => {
    const style = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    return style.visibility === 'visible' && style.opacity !== '0' && width > 0 && height > 0
  }
  const lines: string[] = []
  const boxes: { anchor: Element; box: DOMRect }[] = []
  for (const element of document.querySelectorAll('.look, .look *')) {
    if (!isVisible(element) || element.closest('svg')) continue
    const style = getComputedStyle(element)
    const text = ownText(element)
    const ink = inkOf(style)
    const isAnchor = element.matches(ANCHORS)
    const isImage = element.tagName === 'IMG'
    if (!isAnchor && !text && !isImage && Object.values(ink).every((one) => !one)) continue
    const anchor = (isAnchor ? element.parentElement : element)?.closest(ANCHORS) ?? document.body
    const box = element.getBoundingClientRect()
    const outer = anchor.getBoundingClientRect()
    const above = boxes
      .filter((one) => one.anchor === anchor && one.box.bottom <= box.top + 1)
      .filter((one) => one.box.left < box.right - 1 && one.box.right > box.left + 1)
      .map((one) => one.box.bottom)
    const top = box.top - Math.max(outer.top, ...above)
    boxes.push({ anchor, box })
    const type = text ? `color ${style.color}; size ${style.fontSize}; weight ${style.fontWeight}` : ''
    const inks = Object.entries({ ...ink, radius: style.borderRadius === '0px' ? '' : style.borderRadius })
      .filter(([, value]) => value)
      .map(([key, value]) => `${key} ${value}`)
    const place = [box.left - outer.left, top, box.width, box.height].map((one) => Math.round(one * 2) / 2)
    const name = `${isImage ? 'image of ' : ''}${nameOf(element)}`
    const at = [box.left, box.top + window.scrollY].map(Math.round)
    lines.push(
      [name, text, [type, ...inks].filter(Boolean).join('; '), place.join(' '), at.join(' ')].join('|'),
    )
  }
  return lines
}

/** Sizes of a sample of text, by which machines with other letters are known. */
export function fontSample(): string {
  const probe = document.createElement('span')
  probe.style.cssText = 'position:absolute;font-size:100px;white-space:nowrap'
  probe.textContent = '开张¥25.80斤kg，'
  document.body.append(probe)
  const sizes = ['400', '600', '700'].map((weight) => {
    probe.style.fontWeight = weight
    const { width, height } = probe.getBoundingClientRect()
    return `${Math.round(width)}×${Math.round(height)}`
  })
  probe.remove()
  return sizes.join(' ')
}
