const INLINE = /^(wx-text|wx-label|wx-icon|span|a|b|i|em|strong)$/i

const isHidden = (element: HTMLElement) => element.hidden || element.style?.display === 'none'

/** The elements that match and are not hidden by `hidden` or an inline `display: none`. Style sheets are not considered. */
export function findVisible(document: Document, selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    for (let node: HTMLElement | null = element; node; node = node.parentElement)
      if (isHidden(node)) return false
    return true
  })
}

function collect(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? ''
  const element = node as HTMLElement
  if (/^(script|style)$/i.test(element.tagName) || isHidden(element)) return ''
  const text = [...element.childNodes].map(collect).join('')
  return INLINE.test(element.tagName) || text === '' ? text : `\n${text}\n`
}

/** The text of an element and its visible descendants, one line for each block. */
export const visibleText = (element: HTMLElement): string =>
  collect(element)
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()
