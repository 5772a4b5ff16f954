import type { Box } from './box'
import { frontmostElement, isShown } from './visibility'

/** A text on screen with its lines and styled element. */
export interface Text {
  element: HTMLElement
  words: string
  lines: Box[]
  /** Rendered font size in px. */
  size: number
  /** True for the placeholder of an empty field. */
  placeholder?: true
}

/** Deviations below this come from rounding; an intended scale differs by more. */
const ROUNDING = 0.04

/** Returns the factor between rendered and styled size. */
function scaleOf(element: HTMLElement): number {
  if (element.offsetWidth === 0) return 1
  const scale = element.getBoundingClientRect().width / element.offsetWidth
  return Math.abs(scale - 1) < ROUNDING ? 1 : scale
}

/** Narrows a line box, which is higher than any letter, to its letters. */
function letters({ left, right, top, bottom }: DOMRect, size: number): Box {
  const middle = (top + bottom) / 2
  const half = Math.min(size, bottom - top) / 2
  return { left, right, top: middle - half, bottom: middle + half }
}

function ofNode(node: Node): Text | undefined {
  const element = node.parentElement
  const words = node.textContent?.trim() ?? ''
  if (!element || words === '' || /^(SCRIPT|STYLE|TEXTAREA|OPTION)$/.test(element.tagName)) return undefined
  if (!isShown(element)) return undefined
  const range = document.createRange()
  range.selectNodeContents(node)
  const block = element.closest<HTMLElement>('div, section, main, wx-view') ?? element
  const size = Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(block)
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  if (lines.length === 0) return undefined
  return { element, words, lines: lines.map((line) => letters(line, size)), size }
}

function ofField(field: HTMLInputElement | HTMLTextAreaElement): Text | undefined {
  const words = field.value || field.placeholder
  if (!words || !isShown(field)) return undefined
  const style = getComputedStyle(field)
  const { left, right, top, bottom } = field.getBoundingClientRect()
  const size = Number.parseFloat(style.fontSize)
  const box = {
    left: left + Number.parseFloat(style.paddingLeft),
    right: right - Number.parseFloat(style.paddingRight),
    top: top + Number.parseFloat(style.paddingTop),
    bottom: bottom - Number.parseFloat(style.paddingBottom),
  }
  return { element: field, words, lines: [box], size, ...(field.value ? {} : { placeholder: true }) }
}

/** Returns all texts in front, including values of fields. */
export function texts(): Text[] {
  const walker = document.createTreeWalker(frontmostElement(), NodeFilter.SHOW_TEXT)
  const found: (Text | undefined)[] = []
  while (walker.nextNode()) found.push(ofNode(walker.currentNode))
  const fields = frontmostElement().querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input, textarea',
  )
  found.push(...[...fields].map(ofField))
  return found.filter((text) => text !== undefined)
}
