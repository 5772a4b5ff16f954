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

/** Parts of a selector that are ignored: functional pseudo-classes and attribute selectors. */
const IN_BRACKETS = /\([^()]*\)|\[[^\]]*\]/g
const CLASS = /\.(-?[a-z_][\w-]*)/gi
const NESTING_AT_RULE = /^@(?:media|supports|layer|container)\b/

function classesOf(selectors: string): string[][] {
  let plain = selectors
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(IN_BRACKETS, '')
  }
  return plain.split(',').map((one) => [...one.matchAll(CLASS)].map(([, name]) => name ?? ''))
}

/** Returns the index after the block or statement that begins at `from`; quoted text may contain any character. */
function endOf(css: string, from: number): number {
  let depth = 0
  for (let at = from; at < css.length; at++) {
    const sign = css[at]
    if (sign === '\\') at++
    else if (sign === '"' || sign === "'") at = closingQuote(css, at, sign)
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
    else if (sign === ';' && depth === 0) return at + 1
  }
  return css.length
}

function closingQuote(css: string, from: number, quote: string): number {
  let at = from + 1
  while (at < css.length && css[at] !== quote) at += css[at] === '\\' ? 2 : 1
  return at
}

function parseRule(text: string): StyleRule {
  const open = text.indexOf('{')
  const prelude = text.slice(0, open).trim()
  const nested = NESTING_AT_RULE.test(prelude)
    ? parseStyleRules(text.slice(open + 1, text.lastIndexOf('}')))
    : []
  const classes = open < 0 || prelude.startsWith('@') ? [] : classesOf(prelude)
  return { text, opening: `${prelude}{`, nested, classes }
}

export function parseStyleRules(css: string): StyleRule[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const rules: StyleRule[] = []
  for (let at = 0; at < plain.length; ) {
    const end = endOf(plain, at)
    const text = plain.slice(at, end).trim()
    if (text) rules.push(parseRule(text))
    at = end
  }
  return rules
}
