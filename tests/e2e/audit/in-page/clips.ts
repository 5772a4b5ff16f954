import { type Box, overlapOf } from './box'

const FAR = 1e6
const hidden = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'

/** Returns the padding box, outside of which content is clipped. */
function insideBorder(element: Element): Box {
  const { left, top } = element.getBoundingClientRect()
  const { clientLeft, clientTop, clientWidth, clientHeight } = element
  const box = { left: left + clientLeft, top: top + clientTop }
  return { ...box, right: box.left + clientWidth, bottom: box.top + clientHeight }
}

/**
 * Returns the ancestors that clip an element permanently, with their boxes; content that can be scrolled into view is not clipped.
 * `now` also counts scroll containers.
 */
export function clips(element: Element, { now = false } = {}): [Element, Box][] {
  const found: [Element, Box][] = []
  let [across, down] = [true, true]
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY, position, display } = getComputedStyle(at)
    if (!now && scrolls(overflowX)) across = false
    if (!now && scrolls(overflowY)) down = false
    const clipsAcross = across && (hidden(overflowX) || scrolls(overflowX))
    const clipsDown = down && (hidden(overflowY) || scrolls(overflowY))
    if (display !== 'inline' && (clipsAcross || clipsDown)) {
      const { left, right, top, bottom } = insideBorder(at)
      found.push([
        at,
        {
          ...(clipsAcross ? { left, right } : { left: -FAR, right: FAR }),
          ...(clipsDown ? { top, bottom } : { top: -FAR, bottom: FAR }),
        },
      ])
    }
    if (position === 'fixed') break
  }
  return found
}

/** Returns the visible parts of the boxes of an element whose centre is visible. */
export function visibleBoxes(element: Element, boxes: Box[]): Box[] {
  const around = clips(element, { now: true }).map(([, box]) => box)
  const isCentreVisible = ({ left, right, top, bottom }: Box) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    return around.every((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)
  }
  return boxes.filter(isCentreVisible).map((box) => around.reduce(overlapOf, box))
}
