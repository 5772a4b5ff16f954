import { type ChildNode, parse } from 'postcss'
import selectorParser from 'postcss-selector-parser'

/** A rule or at-rule of a style sheet. */
export interface StyleRule {
  /** The rule's source text. */
  text: string
  /** The text up to and including `{`. */
  opening: string
  /** The nested rules of `@media`, `@supports`, `@layer` and `@container`. */
  nested: StyleRule[]
  /** The classes that each selector requires; empty for at-rules. */
  classes: string[][]
}

const NESTING_AT_RULES = ['media', 'supports', 'layer', 'container']

/** Returns the classes of each selector; those inside of functional pseudo-classes and attributes are not required. */
const classesOf = (selectors: string): string[][] =>
  selectorParser()
    .astSync(selectors)
    .map(({ nodes }) => nodes.flatMap((node) => (node.type === 'class' ? [node.value] : [])))

function toStyleRules(node: ChildNode): StyleRule[] {
  if (node.type === 'rule')
    return [{ text: String(node), opening: '', nested: [], classes: classesOf(node.selector) }]
  if (node.type !== 'atrule') return []
  const { name, params, raws, nodes } = node
  const nested = NESTING_AT_RULES.includes(name) ? (nodes ?? []).flatMap(toStyleRules) : []
  const text = nodes ? String(node) : `${node};`
  return [{ text, opening: `@${name}${raws.afterName}${params}{`, nested, classes: [] }]
}

/** Parses a style sheet into its rules, in order. @throws CssSyntaxError */
export const parseStyleRules = (css: string): StyleRule[] => parse(css).nodes.flatMap(toStyleRules)
