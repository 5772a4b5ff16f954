/** A rectangle in CSS px of the window. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom })

/** Whether one box holds another, give or take some px. */
export const holds = (outer: Box, inner: Box, slack = 1) =>
  inner.left >= outer.left - slack &&
  inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack &&
  inner.bottom <= outer.bottom + slack

/** Width and height of what two boxes share; not positive where they are apart. */
export const shared = (one: Box, other: Box) => ({
  width: Math.min(one.right, other.right) - Math.max(one.left, other.left),
  height: Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
})

export const meet = (one: Box, other: Box, least = 1) => {
  const { width, height } = shared(one, other)
  return width > least && height > least
}

export const inWords = ({ left, top, right, bottom }: Box) =>
  `${Math.round(left)},${Math.round(top)} to ${Math.round(right)},${Math.round(bottom)}`
