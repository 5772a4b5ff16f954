import type { Box } from './box'
import { visibleBoxes } from './clips'
import { type Text, texts } from './texts'
import { describeElement } from './visibility'

/** A `Layer` of `contrast.ts` with a CSS colour. */
export interface StyledLayer {
  color: string
  groups: { id: number; opacity: number }[]
}

/** A line of text with the colours below it, lowest first; undefined where a picture is painted. */
export interface TextColors {
  element: string
  box: Box
  text: StyledLayer
  grounds?: StyledLayer[][]
}

const PICTURES = /^(IMG|CANVAS|VIDEO|SVG|svg|WX-IMAGE|WX-CANVAS)$/
const POINTS = [0.02, 0.5, 0.98]

/** A text of which less is visible, in px, is at the edge of what scrolls sideways. */
const MIN_WIDTH = 2

const ids = new WeakMap<Element, number>()
let lastId = 0

function idOf(element: Element): number {
  const id = ids.get(element) ?? ++lastId
  ids.set(element, id)
  return id
}

function groupsOf(element: Element): StyledLayer['groups'] {
  const groups: StyledLayer['groups'] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    const opacity = Number(getComputedStyle(at).opacity)
    if (opacity < 1) groups.unshift({ id: idOf(at), opacity })
  }
  return groups
}

const paintsPicture = ({ backgroundImage, filter, mixBlendMode, maskImage }: CSSStyleDeclaration) =>
  backgroundImage !== 'none' ||
  filter !== 'none' ||
  mixBlendMode !== 'normal' ||
  (maskImage || 'none') !== 'none'

/** True if an element or its pseudo-elements paint a picture. */
function isPicture(element: Element): boolean {
  if (PICTURES.test(element.tagName) || paintsPicture(getComputedStyle(element))) return true
  return ['::before', '::after'].some((part) => {
    const style = getComputedStyle(element, part)
    const none = style.content === 'none' || style.content === 'normal' || style.display === 'none'
    return !none && (paintsPicture(style) || !isClear(style.backgroundColor))
  })
}

const isClear = (color: string) => color === 'transparent' || /^rgba\(.*, 0\)$/.test(color)
const isSolid = (color: string) => /^rgb\(/.test(color)

/** Returns the colours at a point, lowest first, or undefined where a picture is painted. */
function groundAt(element: Element, x: number, y: number): StyledLayer[] | undefined {
  const layers: StyledLayer[] = []
  const stack = document.elementsFromPoint(x, y)
  const own = stack.findIndex((one) => one === element || element.contains(one) || one.contains(element))
  if (own < 0) return undefined
  for (const one of stack.slice(own)) {
    if (isPicture(one)) return undefined
    const { backgroundColor } = getComputedStyle(one)
    if (isClear(backgroundColor)) continue
    const groups = groupsOf(one)
    layers.unshift({ color: backgroundColor, groups })
    if (isSolid(backgroundColor) && groups.length === 0) return layers
  }
  return [{ color: 'rgb(255, 255, 255)', groups: [] }, ...layers]
}

function ofLine({ element, placeholder }: Text, box: Box): TextColors {
  const style = getComputedStyle(element, placeholder ? '::placeholder' : null)
  const faded = placeholder ? [{ id: -1, opacity: Number(style.opacity) }] : []
  const text = { color: style.color, groups: [...groupsOf(element), ...faded] }
  const y = (box.top + box.bottom) / 2
  const grounds = POINTS.map((share) => groundAt(element, box.left + (box.right - box.left) * share, y))
  const known = grounds.filter((ground) => ground !== undefined)
  const line = { element: describeElement(element), box, text }
  return known.length === grounds.length ? { ...line, grounds: known } : line
}

/** Returns every visible line of text with its colour and background. */
export function textColors(): TextColors[] {
  const style = document.createElement('style')
  // elements without pointer events are painted too
  style.textContent = '* { pointer-events: auto !important }'
  document.head.append(style)
  try {
    return texts().flatMap((text) =>
      visibleBoxes(text.element, text.lines)
        .filter(({ left, right }) => right - left >= MIN_WIDTH)
        .map((box) => ofLine(text, box)),
    )
  } finally {
    style.remove()
  }
}
