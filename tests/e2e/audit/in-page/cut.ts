import { exemptSelector } from '../exemptions'
import type { Finding } from '../finding'
import { contains, formatBox } from './box'
import { clips } from './clips'
import { type Text, texts } from './texts'
import { describeElement } from './visibility'

let pen: CanvasRenderingContext2D | null = null

function widthOf(words: string, element: Element): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) throw new Error('no canvas to measure words with')
  // the shorthand is empty for figures of one width, and the pen would measure with the font before
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
  pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  return pen.measureText(words).width
}

const withoutSpaces = (text: string): string => text.replace(/\s/g, '')

/** True for a field whose words can be read in its hint, such as a card number in groups of four. */
const isRepeatedBeside = (element: Element, words: string): boolean =>
  withoutSpaces(element.closest('.field')?.textContent ?? '').includes(withoutSpaces(words))

function cutInField({ element, words, lines: [box] }: Text): string | undefined {
  if (element instanceof HTMLTextAreaElement)
    return element.scrollHeight > element.clientHeight + 1
      ? `${element.scrollHeight} px of lines in ${element.clientHeight}`
      : undefined
  if (isRepeatedBeside(element, words)) return undefined
  const width = widthOf(words, element)
  const room = box ? box.right - box.left : 0
  return width > room + 1 ? `${width.toFixed(0)} px of words in ${room.toFixed(0)}` : undefined
}

function cutBy({ element, lines }: Text): string | undefined {
  for (const [clip, box] of clips(element)) {
    const line = lines.find((one) => !contains(box, one))
    if (line) return `${formatBox(line)} sticks out of ${describeElement(clip)} ${formatBox(box)}`
  }
  const { textOverflow } = getComputedStyle(element)
  if (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
    return `an ellipsis: ${element.scrollWidth} px of words in ${element.clientWidth}`
  return undefined
}

/** Returns texts that are partly invisible: clipped, ellipsized, clamped, or too long for their field. */
export function cutTexts(): Finding[] {
  return texts()
    .filter(({ element }) => !element.matches(exemptSelector('cut')))
    .flatMap((text): Finding[] => {
      const field = /^(INPUT|TEXTAREA)$/.test(text.element.tagName)
      const figure = field ? (cutInField(text) ?? cutBy(text)) : cutBy(text)
      const element = field
        ? `${describeElement(text.element)} “${text.words}”`
        : describeElement(text.element)
      return figure ? [{ check: 'cut', element, figure }] : []
    })
}
