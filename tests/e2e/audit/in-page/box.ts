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

/** Returns the intersection; its right edge is left of the left one, or its bottom above its top, for disjoint boxes. */
export const overlapOf = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  right: Math.min(one.right, other.right),
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
})

/** Returns width and height of the intersection; not positive for disjoint boxes. */
export function intersection(one: Box, other: Box) {
  const { left, right, top, bottom } = overlapOf(one, other)
  return { width: right - left, height: bottom - top }
}

export const intersects = (one: Box, other: Box, least = 1) => {
  const { width, height } = intersection(one, other)
  return width > least && height > least
}

export const formatBox = ({ left, top, right, bottom }: Box) =>
  `${Math.round(left)},${Math.round(top)} to ${Math.round(right)},${Math.round(bottom)}`
