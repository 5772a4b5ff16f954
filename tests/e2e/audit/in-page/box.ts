/** A rectangle in CSS px relative to the window. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom })

/** True if the outer box contains the inner one within the slack in px. */
export const contains = (outer: Box, inner: Box, slack = 1) =>
  inner.left >= outer.left - slack &&
  inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack &&
  inner.bottom <= outer.bottom + slack

/** Returns width and height of the intersection; not positive for disjoint boxes. */
export const intersection = (one: Box, other: Box) => ({
  width: Math.min(one.right, other.right) - Math.max(one.left, other.left),
  height: Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
})

export const intersects = (one: Box, other: Box, least = 1) => {
  const { width, height } = intersection(one, other)
  return width > least && height > least
}

export const formatBox = ({ left, top, right, bottom }: Box) =>
  `${Math.round(left)},${Math.round(top)} to ${Math.round(right)},${Math.round(bottom)}`
