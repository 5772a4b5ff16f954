import axe, { type NodeResult, type Result } from 'axe-core'
import { MIN_CONTRAST } from '../contrast'
import type { Finding } from '../finding'
import type { Box } from './box'
import { visibleBoxes } from './clips'
import { type Text, texts } from './texts'
import { describeElement, frontmostElement } from './visibility'

/** Returns the serious and critical issues that axe-core finds. */
export async function axeIssues(): Promise<Finding[]> {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, html }): Finding => {
        const element = `${target.join(' ')} ${html.slice(0, 160)}`
        return { check: 'axe', element, figure: `${impact}, ${id}: ${help}` }
      }),
    )
}

/** A visible line of text. */
export interface TextLine {
  element: string
  box: Box
  color: string
  /** Opacity of the element and everything around it, from 0 to 1. */
  opacity: number
}

const CONTRAST = {
  runOnly: ['color-contrast'],
  elementRef: true,
  checks: {
    'color-contrast': {
      options: {
        contrastRatio: { normal: { expected: MIN_CONTRAST }, large: { expected: MIN_CONTRAST } },
        ignoreLength: true,
        // text near any painted pseudo-element is measured
        pseudoSizeThreshold: 0,
      },
    },
  },
}

const nodesOf = (results: Result[]): NodeResult[] => results.flatMap(({ nodes }) => nodes)

function linesOf({ element, placeholder, lines }: Text): TextLine[] {
  const style = getComputedStyle(element, placeholder ? '::placeholder' : null)
  let opacity = placeholder ? Number(style.opacity) : 1
  for (let at: Element | null = element; at; at = at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity)
  const line = { element: describeElement(element), color: style.color, opacity }
  return visibleBoxes(element, lines).map((box) => ({ ...line, box }))
}

/** Returns text of too little contrast, and the lines that axe-core does not judge: placeholders and text over pictures. */
export async function textContrast(): Promise<{ low: Finding[]; unknown: TextLine[] }> {
  const { passes, violations } = await axe.run(frontmostElement(), CONTRAST)
  const low = nodesOf(violations).map(({ element, any }): Finding => {
    const { contrastRatio, fgColor, bgColor } = any[0]?.data ?? {}
    const figure = `${contrastRatio} : 1, ${fgColor} on ${bgColor}`
    return { check: 'contrast', element: element ? describeElement(element) : '', figure }
  })
  const judged = new Set(nodesOf([...passes, ...violations]).map(({ element }) => element))
  const unknown = texts().filter(({ element, placeholder }) => placeholder || !judged.has(element))
  return { low, unknown: unknown.flatMap(linesOf) }
}
