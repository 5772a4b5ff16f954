import { exemptFrom } from '../exempt'
import type { Finding } from '../finding'
import { holds, inWords } from './box'
import { clips } from './clips'
import { nameOf } from './shown'
import { type Text, texts } from './texts'

let pen: CanvasRenderingContext2D | null = null

function widthOf(words: string, element: Element): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) throw new Error('no canvas to measure words with')
  pen.font = getComputedStyle(element).font
  return pen.measureText(words).width
}

function cutInField({ element, words, lines: [box] }: Text): string | undefined {
  if (element instanceof HTMLTextAreaElement)
    return element.scrollHeight > element.clientHeight + 1
      ? `${element.scrollHeight} px of lines in ${element.clientHeight}`
      : undefined
  const width = widthOf(words, element)
  const room = box ? box.right - box.left : 0
  return width > room + 1 ? `${width.toFixed(0)} px of words in ${room.toFixed(0)}` : undefined
}

function cutBy({ element, lines }: Text): string | undefined {
  for (const [clip, box] of clips(element)) {
    const line = lines.find((one) => !holds(box, one))
    if (line) return `${inWords(line)} sticks out of ${nameOf(clip)} ${inWords(box)}`
  }
  const { textOverflow } = getComputedStyle(element)
  if (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
    return `an ellipsis: ${element.scrollWidth} px of words in ${element.clientWidth}`
  return undefined
}

/** Words of which a part is never seen: clipped, ended with an ellipsis, clamped, or too long for their field. */
export function cutTexts(): Finding[] {
  return texts()
    .filter(({ element }) => !element.matches(exemptFrom('cut')))
    .flatMap((text): Finding[] => {
      const field = /^(INPUT|TEXTAREA)$/.test(text.element.tagName)
      const figure = field ? (cutInField(text) ?? cutBy(text)) : cutBy(text)
      const element = field ? `${nameOf(text.element)} “${text.words}”` : nameOf(text.element)
      return figure ? [{ measure: 'cut', element, figure }] : []
    })
}
