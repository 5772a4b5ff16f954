/** A rule of a style sheet, or what stands between `@…{` and `}`. */
export interface StyleRule {
  /** The rule as it stands in the sheet. */
  text: string
  /** Before the rules within. */
  opening: string
  /** The rules within `@media`, `@supports` and the like. */
  within: StyleRule[]
  /** The classes that each of its selectors asks for; none for rules that are not about elements. */
  classes: string[][]
}

/** Nothing in these counts: they narrow a selector, or hold any text. */
const IN_BRACKETS = /\([^()]*\)|\[[^\]]*\]/g
const CLASS = /\.(-?[a-z_][\w-]*)/gi
const HOLDS_RULES = /^@(?:media|supports|layer|container)\b/

function classesOf(selectors: string): string[][] {
  let plain = selectors
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(IN_BRACKETS, '')
  }
  return plain.split(',').map((one) => [...one.matchAll(CLASS)].map(([, name]) => name ?? ''))
}

/** The index after the block or statement that begins at `from`; quoted text may hold any sign. */
function endOf(css: string, from: number): number {
  let depth = 0
  for (let at = from; at < css.length; at++) {
    const sign = css[at]
    if (sign === '\\') at++
    else if (sign === '"' || sign === "'") at = closing(css, at, sign)
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
    else if (sign === ';' && depth === 0) return at + 1
  }
  return css.length
}

function closing(css: string, from: number, quote: string): number {
  let at = from + 1
  while (at < css.length && css[at] !== quote) at += css[at] === '\\' ? 2 : 1
  return at
}

function ruleOf(text: string): StyleRule {
  const open = text.indexOf('{')
  const prelude = text.slice(0, open).trim()
  const within = HOLDS_RULES.test(prelude) ? styleRules(text.slice(open + 1, text.lastIndexOf('}'))) : []
  const classes = open < 0 || prelude.startsWith('@') ? [] : classesOf(prelude)
  return { text, opening: `${prelude}{`, within, classes }
}

/** A sheet's rules in their order. */
export function styleRules(css: string): StyleRule[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const rules: StyleRule[] = []
  for (let at = 0; at < plain.length; ) {
    const end = endOf(plain, at)
    const text = plain.slice(at, end).trim()
    if (text) rules.push(ruleOf(text))
    at = end
  }
  return rules
}
