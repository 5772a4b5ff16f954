import type { Box } from './box'
import { visibleBoxes } from './clips'
import { texts } from './texts'
import { describeElement } from './visibility'

/** A line of text with its CSS colour, and the opacity of its element and all around it, from 0 to 1. */
export interface TextLine {
  element: string
  box: Box
  color: string
  opacity: number
}

function opacityOf(element: Element): number {
  let opacity = 1
  for (let at: Element | null = element; at; at = at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity)
  return opacity
}

/** Returns every visible line of text. */
export function textLines(): TextLine[] {
  return texts().flatMap(({ element, placeholder, lines }) => {
    const style = getComputedStyle(element, placeholder ? '::placeholder' : null)
    const opacity = opacityOf(element) * (placeholder ? Number(style.opacity) : 1)
    const line = { element: describeElement(element), color: style.color, opacity }
    return visibleBoxes(element, lines).map((box) => ({ ...line, box }))
  })
}
