import selectorParser from 'postcss-selector-parser'

/** Tags that WXSS supports; component styles know no others. */
const TAGS = new Set(['page', 'body'])

/** Pseudo-classes and pseudo-elements that WeChat's compiler and its oldest supported web views know. */
const PSEUDOS = new Set([
  ':root',
  ':active',
  ':empty',
  ':first-child',
  ':last-child',
  ':not',
  ':nth-child',
  ':only-child',
  '::after',
  '::before',
])

/** @param {import('postcss-selector-parser').Node} node @returns {boolean} */
function isAllowed(node) {
  // `2n` of `:nth-child(2n)` is parsed as a tag
  if (node.type === 'tag') return TAGS.has(node.value) || node.parent?.parent?.toString().startsWith(':nth-')
  if (node.type === 'pseudo') return PSEUDOS.has(node.value)
  return !['universal', 'attribute', 'id', 'nesting'].includes(node.type)
}

/**
 * The parts of a selector that WeChat rejects: `*`, attributes, ids, unknown tags and pseudo-classes.
 * @param {string} selector @returns {string[]}
 */
export function refusedParts(selector) {
  /** @type {string[]} */
  const refused = []
  selectorParser((root) => {
    root.walk((node) => {
      if (!isAllowed(node)) refused.push(String(node).trim())
    })
  }).processSync(selector)
  return refused
}
